import { startGuide, traits, type Guide, type GuideSetting, type GuideState } from "../../content/guide.ts";
import type { ErrorCode } from "../../content/error-codes.ts";
import type { CheckResult, Locale } from "../contract/types.ts";

/**
 * Where in a guide somebody is, as an address: nothing of it is kept on the server. `at` is the node, `path` what was
 * done (`files.unknown~refresh.by_hand`), the rest what the person told. Whoever changes it only leads themselves
 * astray.
 */
export function guideAddress(locale: Locale, state: GuideState, site?: string): string {
  return `/help/${locale}/${state.slug}/guide?${new URLSearchParams(guideQuery(state, site))}`;
}

/** The same as fields of a form, whose button adds the answer. */
export function guideQuery({ at, path, told }: GuideState, site?: string): Record<string, string> {
  const code = told.checks.find(({ id }) => id === "sso_code")?.value;
  return {
    at,
    path: path.map(({ node, outcome }) => `${node}.${outcome}`).join("~"),
    ...told.traits,
    ...(typeof code === "string" && { code }),
    ...(site !== undefined && { site }),
  };
}

export function readGuideAddress(
  { slug, guide }: { slug: string; guide: Guide },
  query: Record<string, string>,
  errorCodes: readonly ErrorCode[],
  setting: GuideSetting,
): GuideState {
  const { at = "", code } = query;
  const path = (query["path"] ?? "").split("~").flatMap((step) => {
    const [, node, outcome] = /^([a-z0-9_]{1,60})\.([a-z0-9_]{1,60})$/.exec(step) ?? [];
    return node === undefined ? [] : [{ node, outcome }];
  });
  const told: GuideState["told"] = {
    traits: Object.fromEntries(
      (["role", "idp"] as const).flatMap((trait) => {
        const value = traits[trait].find((known) => known === query[trait]);
        return value === undefined ? [] : [[trait, value]];
      }),
    ),
    checks: code === undefined ? [] : [codeResult(code, errorCodes)],
  };
  const state = { slug, at, since: setting.now, path, told };
  const isThere = Object.hasOwn(guide.nodes, at) || at === "end:solved" || at === "end:ticket";
  return isThere ? state : startGuide({ slug, guide }, setting, state);
}

/** What the check `sso_code` says of a code: a known one explains the trouble, another is at least a trace. */
export function codeResult(code: string, errorCodes: readonly ErrorCode[]): CheckResult {
  const isKnown = errorCodes.some((known) => known.code === code);
  return { id: "sso_code", outcome: isKnown ? "fail" : "warn", value: code.slice(0, 60) };
}
