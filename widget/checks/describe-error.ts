import { routeOf } from "../../server/contract/mask.ts";

/**
 * What browsers themselves say, which holds no data of the page. Of every other message only a hash is kept: it
 * tells two errors apart without saying what they said.
 */
const browserMessage = new RegExp(
  [
    "^Script error",
    "^Failed to fetch dynamically imported module",
    "^Failed to fetch",
    "^Load failed",
    "^NetworkError when attempting to fetch resource",
    "^Importing a module script failed",
    "^error loading dynamically imported module",
    "^Loading (?:CSS )?chunk",
    "^Unexpected (?:token|end of (?:JSON )?input)",
    "^Cannot read propert(?:y|ies) of (?:null|undefined)",
    "^Maximum call stack size exceeded",
    "^The (?:operation|user) (?:was )?aborted",
    "\\b(?:is not (?:a function|defined|iterable|an object)|is (?:null|undefined))$",
  ].join("|"),
);

/** `TypeError portal.js:120 #1x9k2f: Failed to fetch`. `thrown` as text, with its stack or the place it came from. */
export function describeError(thrown: string, stack: string): string {
  const [, name = "Error", message = thrown] = /^(\w{0,40}(?:Error|Exception)): ?(.*)/s.exec(thrown) ?? [];
  const [, file, line] = /\/([^/\s?#]*)(?:[?#]\S*?)?:(\d+):\d+/.exec(stack) ?? [];
  const place = line ? ` ${routeOf(file ?? "")}:${line}` : "";
  const known = browserMessage.exec(message)?.[0];
  return `${name}${place} #${hash(thrown + stack)}${known ? `: ${known}` : ""}`;
}

function hash(text: string): string {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum = (sum * 31 + text.charCodeAt(i)) | 0;
  return (sum >>> 0).toString(36);
}
