import type { CheckOutcome } from "../contract/types.ts";
import type { Measured } from "../tickets/facts.ts";

type Test = (value: number) => boolean;

interface Judge {
  pass(value: unknown): boolean;
  warn(value: unknown): boolean;
}

/** How each fact is judged; a fact that is missing here, like a country, is neither good nor bad. */
const judges: Record<string, Judge> = {
  account: words("active"),
  link: words("valid"),
  loop: numbers(
    (returns) => returns < 2,
    (returns) => returns < 3,
  ),
  sso_reason: words(),
  sso_code: words(),
  idp_reach: words("up", "slow"),
  sp_cert_days: numbers(
    (days) => days > 30,
    (days) => days > 7,
  ),
  sms_e164: words("ok"),
  sms_code: words("delivered", "sent"),
  sms_provider: words("ok"),
  sms_rate: numbers(
    (percent) => percent > 90,
    (percent) => percent >= 50,
  ),
  mail: words("delivered", "deferred"),
  permission: words("granted", "inherited"),
  conversion: words("ok", "slow"),
  file: words("ok"),
  app: words("current"),
  free_mb: numbers((megabytes) => megabytes >= 500),
  vote: words("open", "closing"),
  esign: words("ok"),
  index_lag_s: numbers(
    (seconds) => seconds < 60,
    (seconds) => seconds < 900,
  ),
  release_h: numbers(
    (hours) => hours > 72,
    (hours) => hours >= 24,
  ),
  invite: words("invited"),
  job: words("ok", "running"),
};

/** The outcome of what a platform stated without one: as bad as the worst of its facts. */
export function judge(stated: Measured): CheckOutcome {
  const outcomes = Object.entries(stated).flatMap(([name, value]) => {
    const judge = judges[name];
    if (judge === undefined) return [];
    if (judge.pass(value)) return ["pass"];
    return judge.warn(value) ? ["warn"] : ["fail"];
  });
  return (["fail", "warn", "pass"] as const).find((outcome) => outcomes.includes(outcome)) ?? "unknown";
}

/** One word is fine, perhaps one warns, all others are failures. */
function words(pass?: string, warn?: string): Judge {
  return { pass: (value) => value === pass, warn: (value) => value === warn };
}

function numbers(pass: Test, warn: Test = () => false): Judge {
  return { pass: (value) => pass(Number(value)), warn: (value) => warn(Number(value)) };
}
