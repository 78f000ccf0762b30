import { createKey, revokeKey } from "./api-keys.ts";
import type { Context } from "./context.ts";
import type { HelpAccess } from "./demo-platform/state-facts.ts";
import { subjectSecret } from "./facts/subject.ts";

const name = "demo-platform";

/** What the demo platform tells its facts with. The key of an earlier start ends. */
export async function makeDemoAccess(context: Context): Promise<HelpAccess> {
  await revokeKey(context, name);
  const scope = { siteId: "boards-eu", customerId: "norvane-group" };
  return {
    key: await createKey(context, { name, permissions: ["facts"], scope }),
    subjectSecret: subjectSecret(context, scope.siteId),
  };
}
