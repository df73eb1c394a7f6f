// What GitHub's manuals say of the two kinds of file that actionlint does not know. Strict: a key that is not here is an error.
const text = { type: "string", minLength: 1 };
const closed = (required, properties) => ({ type: "object", required, properties, additionalProperties: false });
const names = { type: "array", minItems: 1, items: text };

export const dependabot = closed(["version", "updates"], {
  version: { const: 2 },
  updates: {
    type: "array",
    minItems: 1,
    items: {
      ...closed(["package-ecosystem", "schedule"], {
        "package-ecosystem": { enum: ["nuget", "github-actions", "npm", "pip"] },
        directory: { type: "string", pattern: "^/" },
        directories: { type: "array", minItems: 1, items: { type: "string", pattern: "^/" } },
        schedule: closed(["interval"], { interval: { enum: ["daily", "weekly", "monthly"] } }),
        groups: { type: "object", additionalProperties: closed(["patterns"], { patterns: names }) },
        ignore: { type: "array", items: closed(["dependency-name"], { "dependency-name": text }) },
      }),
      oneOf: [{ required: ["directory"] }, { required: ["directories"] }],
    },
  },
});

const field = (type, attributes, required = ["label"]) => ({
  ...closed(["type", "id", "attributes"], {
    type: { const: type },
    id: { type: "string", pattern: "^[a-z0-9_-]+$" },
    attributes: closed(required, { label: text, description: text, ...attributes }),
    validations: closed([], { required: { type: "boolean" } }),
  }),
});

export const issueForm = closed(["name", "description", "body"], {
  name: text,
  description: text,
  labels: names,
  body: {
    type: "array",
    minItems: 1,
    items: {
      type: "object",
      required: ["type"],
      discriminator: { propertyName: "type" },
      oneOf: [
        field("input", { placeholder: text, value: text }),
        field("textarea", { placeholder: text, value: text, render: text }),
        field("dropdown", { options: names, multiple: { type: "boolean" } }, ["label", "options"]),
        field(
          "checkboxes",
          { options: { type: "array", minItems: 1, items: closed(["label"], { label: text, required: { type: "boolean" } }) } },
          ["label", "options"],
        ),
      ],
    },
  },
});

export const issueConfig = closed(["blank_issues_enabled"], {
  blank_issues_enabled: { type: "boolean" },
  contact_links: { type: "array", items: closed(["name", "url", "about"], { name: text, url: text, about: text }) },
});
