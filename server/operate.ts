import { join } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { z } from "zod";
import { createAgent, findAgent } from "./console/agents.ts";
import { createKey, type KeyScope, listKeys, revokeKey } from "./api-keys.ts";
import { makeSignInLink } from "./console/sessions.ts";
import type { Context } from "./context.ts";
import { limits } from "./contract/limits.ts";
import { contentVerb } from "./operate-content.ts";
import { findSite, type Site } from "./customers/customers.ts";
import { subjectSecret } from "./facts/subject.ts";
import { openContext } from "./open-context.ts";
import { qualifyLines } from "./operate-qualify.ts";
import { projectDir, readSettings, SettingError } from "./settings.ts";

const usage = `npm run operate -- VERB

token create --name NAME [--security]   a key for /api/console; told once, on stdout
token create --name NAME --facts --site SITE [--customer CUSTOMER]
                                        a platform's key for /api/facts: of one site, or one customer there
token list                              names, permissions, when made and last used
token revoke --name NAME                ends every key of that name
subject secret --site SITE              what the platform of a site makes people's pseudonyms with
agent create --email E --name NAME [--security | --no-security]
                                        somebody who may sign in to the console; what is not said of somebody known stays
agent link --email E                    a link that signs them in once, for 15 minutes
qualify                                 reports as lines of JSON in, qualifications out; needs no database
content check                           what is to mend in the articles, and whose review is due; no database
content stamp SLUG…                     says that the French articles say again what the English ones do

--security lets a key or a person see sealed security reports.`;

interface Options {
  name?: string | undefined;
  email?: string | undefined;
  site?: string | undefined;
  customer?: string | undefined;
  security: boolean;
  "no-security": boolean;
  facts: boolean;
}

/** The operator's verbs. What was asked for goes to stdout, everything else to stderr. */
const verbs: Record<string, (context: Context, options: Options) => Promise<string>> = {
  async "token create"(context, options) {
    const name = given(options, "name");
    if (!options.facts) return createKey(context, { name, permissions: permissionsOf(options) });
    if (options.security) throw new SettingError("A key is for --facts or for --security: make two.");
    return createKey(context, { name, permissions: ["facts"], scope: await scopeOf(context, options) });
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
  async "subject secret"(context, options) {
    return subjectSecret(context, (await siteGiven(context, options)).id);
  },
  async "agent create"(context, options) {
    const address = given(options, "email");
    if (!z.email().max(limits.emailLength).safeParse(address).success)
      throw new SettingError(`${address} is not an e-mail address.`);
    if (options.security && options["no-security"])
      throw new SettingError("Say --security or --no-security, not both.");
    const isSaid = options.security || options["no-security"];
    const known = await findAgent(context.database, address);
    const { email, name, permissions } = await createAgent(context.database, {
      email: address,
      name: given(options, "name"),
      ...(isSaid && { permissions: permissionsOf(options) }),
    });
    const sees = permissions.includes("security") ? "sees" : "does not see";
    if (known)
      console.error(`${email} was an agent already: is named ${name} now and ${sees} security reports.`);
    return email;
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

async function scopeOf(context: Context, options: Options): Promise<KeyScope> {
  const { id: siteId } = await siteGiven(context, options);
  const { customer: customerId = null } = options;
  const isKnown =
    customerId === null ||
    (await context.database.row("select 1 from customers where id = $1", [customerId]));
  if (!isKnown) throw new SettingError(`No customer is named ${customerId}; see /console/sites.`);
  return { siteId, customerId };
}

async function siteGiven(context: Context, options: Options): Promise<Site> {
  const id = given(options, "site");
  const site = await findSite(context.database, id);
  if (!site) throw new SettingError(`No site is named ${id}; see /console/sites.`);
  return site;
}

function given(options: Options, name: "name" | "email" | "site"): string {
  const value = options[name]?.trim();
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
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => stopping.abort());
  const context = await openContext(readSettings(process.env), { stopping: stopping.signal });
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
        site: { type: "string" },
        customer: { type: "string" },
        facts: { type: "boolean", default: false },
        security: { type: "boolean", default: false },
        "no-security": { type: "boolean", default: false },
      },
    });
    return { positionals, values };
  } catch {
    throw new SettingError(usage);
  }
}

/** Ctrl-C breaks the start of a database off; a verb is done by then. */
const stopping = new AbortController();

main().catch((error: unknown) => {
  process.exitCode = 1;
  if (!stopping.signal.aborted) console.error(error instanceof Error ? error.message : error);
});
