import type { CheckResult, Environment } from "../../server/contract/types.ts";

/** Whether the page may keep a cookie: one is written, looked for and taken away. No other one is looked at. */
export function readCookies(): "allowed" | "blocked" {
  try {
    document.cookie = "dilitrust-help-check=1; samesite=lax";
    const isKept = document.cookie.includes("dilitrust-help-check=1");
    document.cookie = "dilitrust-help-check=; samesite=lax; max-age=0";
    return isKept ? "allowed" : "blocked";
  } catch {
    return "blocked"; // sandboxed frames
  }
}

export function readStorage(): "allowed" | "blocked" {
  try {
    localStorage.setItem("dilitrust-help-check", "1");
    localStorage.removeItem("dilitrust-help-check");
    return "allowed";
  } catch {
    return "blocked";
  }
}

export function checkCookies({ cookies }: Environment): CheckResult {
  return { id: "cookies", outcome: outcomeOf(cookies) };
}

export function checkStorage({ storage }: Environment): CheckResult {
  return { id: "storage", outcome: outcomeOf(storage) };
}

function outcomeOf(access: "allowed" | "blocked" | undefined): CheckResult["outcome"] {
  if (access === undefined) return "unknown";
  return access === "allowed" ? "pass" : "fail";
}
