import { inTurn } from "../in-turn.ts";
import { pseudonymOf } from "../facts/subject.ts";
import { visitor } from "./board.ts";
import type { Trouble } from "./troubles.ts";

/** What lets the portal tell the help server what it knows. */
export interface HelpAccess {
  key: string;
  subjectSecret: string;
}

const roundMinutes = 5;
const validMinutes = 15; // two rounds may be lost
const acceptedMinutes = 3; // so long a guide waits for it; the next one must not take it for its own
const answerMilliseconds = 1_000; // somebody has just pressed a button of the bar

/** What the portal tells the help server: how things stand, now and again and whenever asked, and what just happened. */
interface Teller {
  stateNow(): Promise<void>;
  codeAccepted(): Promise<void>;
  stop(): void;
}

export function startStatingFacts(
  helpUrl: string,
  { key, subjectSecret }: HelpAccess,
  on: ReadonlySet<Trouble>,
): Teller {
  const subject = pseudonymOf(subjectSecret, visitor.email);

  async function tell(facts: object[], minutes: number): Promise<void> {
    const until = new Date(Date.now() + minutes * 60_000).toISOString();
    const common = { site: "boards-eu", customer: "norvane-group", until };
    await fetch(`${helpUrl}/api/facts`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${key}` },
      body: JSON.stringify(facts.map((fact) => ({ ...common, ...fact }))),
      signal: AbortSignal.timeout(answerMilliseconds),
    }).catch(() => {}); // the next round tells it again
  }

  const stateNow = inTurn(() => tell(portalFacts(on, subject), validMinutes));
  const timer = setInterval(stateNow, roundMinutes * 60_000);
  void stateNow();
  return {
    stateNow,
    codeAccepted: () => tell([{ subject, check: "code_accepted", outcome: "pass" }], acceptedMinutes),
    stop: () => clearInterval(timer),
  };
}

/** What a portal of its kind would know: of its SMS and its sign-in for everybody, and of the one person who is here. */
function portalFacts(on: ReadonlySet<Trouble>, subject: string): object[] {
  const isHeld = on.has("sms_missing");
  const country = { sms_country: "FR" };
  return [
    { check: "sms_delivery", value: { sms_rate: isHeld ? 37 : 98, ...country } },
    { check: "sp_cert", value: { sp_cert_days: 214 } },
    on.has("sso_error")
      ? { check: "sso_acs", value: { sso_reason: "signature" } }
      : { check: "sso_acs", outcome: "pass" },
    { subject, check: "account", value: { account: "active", mfa: "sms" } },
    { subject, check: "sms_e164", value: { sms_e164: "ok", ...country, ending: visitor.phone.slice(-2) } },
    {
      subject,
      check: "sms_receipt",
      value: isHeld
        ? { sms_code: "30007", ...country, sms_resends: 2 } // held by the operator
        : { sms_code: "delivered", ...country },
    },
  ];
}
