import type { CheckResult, Environment } from "../../server/contract/types.ts";

/** Cookies where the platform stands inside a page of another site, as in SharePoint or Teams. */
export async function checkFrameCookies({ cookies }: Environment): Promise<CheckResult> {
  const id = "cookies_3p";
  if (window === top) return { id, outcome: "pass", value: "no_frame" };
  if (cookies === "blocked") return { id, outcome: "fail", value: "blocked" };
  const hasAccess = await document.hasStorageAccess().catch(() => undefined);
  if (hasAccess === undefined) return { id, outcome: "unknown" };
  // Kept for this frame alone: nobody is signed in there who is signed in elsewhere.
  return hasAccess ? { id, outcome: "pass" } : { id, outcome: "warn", value: "partitioned" };
}
