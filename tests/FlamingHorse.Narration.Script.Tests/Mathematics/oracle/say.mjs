// LaTeX to MathML by Temml, MathML to words by Speech Rule Engine (ClearSpeak); a line in, a line out.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);
const temml = require("temml");
const sre = require("speech-rule-engine");
const rules = join(dirname(require.resolve("speech-rule-engine/package.json")), "lib", "mathmaps");

await sre.setupEngine({ locale: "en", domain: "clearspeak", modality: "speech", json: rules, markup: "none" });
await sre.engineReady();
for (const latex of readFileSync(0, "utf8").split("\n").filter((line) => line.length > 0)) {
  let words;
  try {
    words = sre.toSpeech(temml.renderToString(latex, { throwOnError: true }));
  } catch (error) {
    words = `error: ${error.message}`;
  }
  console.log(words.replace(/\s+/g, " "));
}
