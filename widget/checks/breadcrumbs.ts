import { limits } from "../../server/contract/limits.ts";
import { maskText, routeOf } from "../../server/contract/mask.ts";
import type { Breadcrumb } from "../../server/contract/types.ts";
import { describeError } from "./describe-error.ts";
import type { Mark } from "./recorder.ts";

/** What the recorder noted, in words that may leave the page: oldest first, masked, repeats folded into one. */
export function readBreadcrumbs(
  marks: readonly Mark[],
  pageOrigin: string,
  helpOrigin?: string,
): Breadcrumb[] {
  const breadcrumbs: Breadcrumb[] = [];
  for (const mark of [...marks].sort((one, other) => one.at - other.at)) {
    // What help itself was refused says nothing of the platform.
    if (helpOrigin !== pageOrigin && mark.what.startsWith(`${helpOrigin}/`)) continue;
    const what = describe(mark, pageOrigin);
    // Which build is deployed is our own question, and not every platform answers it.
    if (!what || what === "/version") continue;
    const times = mark.times ?? 1;
    const last = breadcrumbs.at(-1);
    if (last?.kind === mark.kind && last.what === what && last.status === mark.status) {
      last.times = cap((last.times ?? 1) + times);
    } else {
      breadcrumbs.push({
        at: Math.round(mark.at),
        kind: mark.kind,
        what: what.slice(0, limits.answerLength),
        status: mark.status,
        milliseconds: mark.milliseconds === undefined ? undefined : Math.round(mark.milliseconds),
        times: times > 1 ? cap(times) : undefined,
      });
    }
  }
  return breadcrumbs;
}

/** A script that fails at every frame makes a million in a day. */
function cap(times: number): number {
  return Math.min(times, 10_000);
}

function describe({ kind, what, detail = "" }: Mark, pageOrigin: string): string | undefined {
  switch (kind) {
    case "error":
      // Browsers report it as an error, and nobody ever noticed one.
      return what.includes("ResizeObserver loop") ? undefined : describeError(what, detail);
    case "click":
      return describePress(what, detail);
    case "resource":
      return `${detail} ${describeAddress(what, pageOrigin)}`;
    case "request":
      return describeAddress(what, pageOrigin);
    case "page":
      return routeOf(what);
    case "help":
      return what;
  }
}

const roleOfElement: Record<string, string | undefined> = {
  a: "link",
  reset: "button",
  submit: "button",
  summary: "button",
  td: "cell",
  tr: "row",
};
const roles =
  /^(button|cell|checkbox|gridcell|link|menuitem|menuitemcheckbox|menuitemradio|option|radio|row|switch|tab|treeitem)$/;

/** `button "Save"`, `link`; whatever takes text is a field, for its kind says what was typed. */
function describePress(kind: string, name: string): string {
  const role = roleOfElement[kind] ?? kind;
  // A mail or a long number names a person or an account, whatever it stands on.
  const isNameable = name && maskText(name) === name && !/\d{4}/.test(name);
  return `${roles.test(role) ? role : "field"}${isNameable ? ` "${name.slice(0, 40)}"` : ""}`;
}

/** A route, behind the host's name where it is not the page's own. */
function describeAddress(address: string, pageOrigin: string): string {
  if (!URL.canParse(address, pageOrigin)) return ":id";
  const { origin, host, pathname } = new URL(address, pageOrigin);
  return (origin === pageOrigin ? "" : host) + routeOf(pathname);
}
