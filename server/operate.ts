import { join } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { createAgent, findAgent } from "./console/agents.ts";
import { createKey, listKeys, revokeKey } from "./console/api-keys.ts";
import { makeSignInLink } from "./console/sessions.ts";
import type { Context } from "./context.ts";
import { contentVerb } from "./operate-content.ts";
import { openContext } from "./open-context.ts";
import { qualifyLines } from "./operate-qualify.ts";
import { projectDir, readSettings, SettingError } from "./settings.ts";

const usage = `npm run operate -- VERB

token create --name NAME [--security]   a key for /api/console; told once, on stdout
token list                              names, permissions, when made and last used
token revoke --name NAME                ends every key of that name
agent create --email E --name NAME [--security]   somebody who may sign in to the console
agent link --email E                    a link that signs them in once, for 15 minutes
qualify                                 reports as lines of JSON in, qualifications out; needs no database
content check                           what is to mend in the articles, and whose review is due; no database
content stamp SLUG…                     says that the French articles say again what the English ones do

--security lets a key or a person see sealed security reports.`;

interface Options {
  name?: string | undefined;
  email?: string | undefined;
  security: boolean;
}

/** The operator's verbs. What was asked for goes to stdout, everything else to stderr. */
const verbs: Record<string, (context: Context, options: Options) => Promise<string>> = {
  async "token create"(context, options) {
    return createKey(context, { name: given(options, "name"), permissions: permissionsOf(options) });
  },
  async "token list"(context) {
    const keys = await listKeys(context);
    return keys
      .map(({ name, permissions, createdAt, lastUsedAt }) =>
        [
          name,
          permissions.join(",") || "-",
          createdAt.toISOString(),
          lastUsedAt?.toISOString() ?? "never used",
        ].join("\t"),
      )
      .join("\n");
  },
  async "token revoke"(context, options) {
    const name = given(options, "name");
    const count = await revokeKey(context, name);
    if (count === 0) throw new SettingError(`No key is named ${name}; token list shows them.`);
    return "";
  },
  async "agent create"(context, options) {
    const agent = await createAgent(context.database, {
      email: given(options, "email"),
      name: given(options, "name"),
      permissions: permissionsOf(options),
    });
    return agent.email;
  },
  async "agent link"(context, options) {
    const email = given(options, "email");
    const agent = await findAgent(context.database, email);
    if (!agent) throw new SettingError(`No agent has the address ${email}; make one with agent create.`);
    return (await makeSignInLink(context, context.database, agent, "/console")).url;
  },
};

function permissionsOf({ security }: Options): string[] {
  return security ? ["security"] : [];
}

function given(options: Options, name: "name" | "email"): string {
  const value = options[name];
  if (!value) throw new SettingError(`Add --${name}.`);
  return value;
}

async function main(): Promise<void> {
  // `npm run operate -- token create` arrives as "operate token create".
  const { positionals, values } = readArguments(process.argv.slice(2));
  const words = positionals.slice(positionals[0] === "operate" ? 1 : 0);
  if (words[0] === "qualify") {
    for await (const line of qualifyLines(createInterface({ input: process.stdin }))) console.log(line);
    return;
  }
  if (words[0] === "content") {
    console.log(await contentVerb(join(projectDir, "content"), words.slice(1), new Date()));
    return;
  }
  const verb = verbs[words.join(" ")];
  if (!verb) throw new SettingError(usage);
  const context = await openContext(readSettings(process.env));
  try {
    const answer = await verb(context, values);
    if (answer !== "") console.log(answer);
  } finally {
    await context.close();
  }
}

function readArguments(args: string[]): { positionals: string[]; values: Options } {
  try {
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        name: { type: "string" },
        email: { type: "string" },
        security: { type: "boolean", default: false },
      },
    });
    return { positionals, values };
  } catch {
    throw new SettingError(usage);
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
