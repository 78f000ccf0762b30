import { randomBytes, randomUUID } from "node:crypto";
import type { Breadcrumb, TicketInput } from "./contract/types.ts";
import type { Context } from "./context.ts";
import { type Move, moveTicket, reply, type Viewer } from "./tickets/desk.ts";
import { writeSampleFeedback } from "./knowledge/sample-feedback.ts";
import { writeSampleStatus } from "./status/sample-status.ts";
import { openTicket } from "./tickets/tickets.ts";

/**
 * Fills a new database with a fictional past, once: customers of every region, two agents, 15 tickets of all
 * kinds. Each ticket is marked as a sample. Their mails are noted as sent and never leave.
 * @param demoUrl origin of the demo platform, whose customer is Norvane Group
 */
export async function writeSampleData(context: Context, demoUrl: string): Promise<void> {
  const { database } = context;
  const isThere = await database.row("select 1 from tickets where is_sample limit 1");
  await writeCustomers(context, demoUrl);
  await writeSampleStatus(context);
  await writeSampleFeedback(context);
  if (isThere) return;
  const agents = await writeAgents(context);
  for (const sample of samples) {
    const openedAt = hoursAgo(context, sample.hoursAgo);
    const input = reportOf(sample, openedAt);
    const origin = `https://board.${sample.customer}.example.com`;
    const past = at(context, openedAt);
    const { receipt } = await openTicket(past, input, { origin, network: "sample", proof: undefined });
    await database.rows("update tickets set is_sample = true where id = $1", [input.id]);
    for (const [minutes, step] of sample.later ?? []) {
      const later = at(context, new Date(openedAt.getTime() + minutes * 60_000));
      await step(later, agents, receipt.key);
    }
    await database.rows("update tickets set is_read = $2 where id = $1", [input.id, sample.hoursAgo > 3]);
  }
  await database.rows("update outbox set sent_at = created_at where sent_at is null");
}

/** The same desk at another time. */
function at(context: Context, time: Date): Context {
  return { ...context, clock: { now: () => time } };
}

function hoursAgo(context: Context, hours: number): Date {
  return new Date(context.clock.now().getTime() - hours * 3_600_000);
}

const customers: [id: string, name: string, region: string][] = [
  ["norvane-group", "Norvane Group", "eu-fr"],
  ["lagune-assurances", "Lagune Assurances", "eu-fr"],
  ["orvane-capital", "Orvane Capital", "eu-it"],
  ["solvera-energia", "Solvera Energía", "eu-es"],
  ["norbec-mutuelle", "Norbec Mutuelle", "na-ca"],
  ["canopee-sante", "Canopée Santé", "mena-ma"],
  ["dar-al-noor", "Dar Al Noor Group", "mena-ae"],
  ["ilha-verde", "Ilha Verde Bank", "sa-br"],
];

const contacts: [customer: string, role: string, name: string, email: string, phone: string | null][] = [
  ["norvane-group", "dpo", "Hélène Vasseur", "h.vasseur@norvane.example.com", "+33 1 99 00 20 10"],
  ["norvane-group", "rssi", "Marc Aubin", "m.aubin@norvane.example.com", "+33 1 99 00 20 11"],
  ["norvane-group", "incident_manager", "Sofia Lind", "s.lind@norvane.example.com", "+33 1 99 00 20 12"],
  [
    "norvane-group",
    "authorized_representative",
    "Claire Morel",
    "c.morel@norvane.example.com",
    "+33 1 99 00 20 13",
  ],
  ["canopee-sante", "dpo", "Nadia Berrada", "n.berrada@canopee.example.com", null],
  ["canopee-sante", "rssi", "Youssef Alaoui", "y.alaoui@canopee.example.com", null],
];

async function writeCustomers({ database }: Context, demoUrl: string): Promise<void> {
  for (const [id, name, region] of customers) {
    await database.rows(
      "insert into customers (id, name, region) values ($1, $2, $3) on conflict do nothing",
      [id, name, region],
    );
    await database.rows("insert into customer_hosts values ('boards-eu', $1, $2) on conflict do nothing", [
      `board.${id}.example.com`,
      id,
    ]);
  }
  // The demo platform may have moved to another port since the last start.
  const demoHost = new URL(demoUrl).host;
  await database.rows(
    "delete from customer_hosts where customer_id = 'norvane-group' and pattern like 'localhost:%' and pattern <> $1",
    [demoHost],
  );
  await database.rows(
    "insert into customer_hosts values ('boards-eu', $1, 'norvane-group') on conflict do nothing",
    [demoHost],
  );
  await database.rows("update sites set probe_url = $1, hosts = array[$2] where id = 'boards-eu'", [
    demoUrl,
    demoHost,
  ]);
  await database.rows(
    "update customers set metadata_url = $1, identity_provider = 'entra' where id = 'norvane-group'",
    [`${demoUrl}/idp/metadata.xml`],
  );
  for (const contact of contacts) {
    await database.rows(
      `insert into contacts (customer_id, role, name, email, phone) select $1, $2, $3, $4, $5
       where not exists (select from contacts where customer_id = $1 and role = $2)`,
      contact,
    );
  }
}

type Agents = Record<"camille" | "ines", Viewer>;

async function writeAgents({ database }: Context): Promise<Agents> {
  const agent = async (email: string, name: string, permissions: string[]): Promise<Viewer> => {
    const row = await database.row<{ id: number }>(
      `insert into agents (email, name, permissions) values ($1, $2, $3)
       on conflict (email) do update set name = excluded.name returning id`,
      [email, name, permissions],
    );
    return { actor: `agent ${email}`, agentId: row?.id ?? null, name, permissions };
  };
  return {
    camille: await agent("camille.roy@example.com", "Camille Roy", ["security"]),
    ines: await agent("ines.haddad@example.com", "Inès Haddad", []),
  };
}

type Step = [minutesLater: number, (context: Context, agents: Agents, key: string) => Promise<void>];

function answers(agent: keyof Agents, body: string, move?: Move): Step[1] {
  return (context, agents, key) =>
    reply(context, agents[agent], key, { id: randomUUID(), body, isInternal: false, move });
}

function moves(agent: keyof Agents, move: Move): Step[1] {
  return (context, agents, key) => moveTicket(context, agents[agent], key, move);
}

interface Sample {
  hoursAgo: number;
  customer: string;
  locale: string;
  symptom: TicketInput["symptom"];
  name: string;
  more: Omit<Partial<TicketInput>, "neededBy">;
  neededInHours?: number;
  browser?: string;
  trail?: [secondsBefore: number, Breadcrumb["kind"], what: string, status?: number][];
  later?: Step[];
}

const samples: Sample[] = [
  {
    hoursAgo: 0.2,
    customer: "lagune-assurances",
    locale: "fr",
    symptom: "sso_error",
    name: "Anaïs Dorval",
    more: {
      message: "Refusée depuis ce matin, le conseil commence bientôt.",
      scope: "all",
      answers: { see: "error_message", error: "AADSTS50012" },
      reporter: { email: "anais.dorval@example.com", phone: "+33 1 99 00 47 12" },
      suggestions: [{ slug: "sso-certificate-expired", opened: true, helped: false }],
    },
    neededInHours: 1.2,
    trail: [
      [140, "page", "/sign-in"],
      [133, "click", "button Sign in with my company"],
      [111, "request", "POST /sso/acs", 403],
      [100, "click", "button Try again"],
      [80, "request", "POST /sso/acs", 403],
      [66, "help", "opened"],
    ],
  },
  {
    hoursAgo: 0.6,
    customer: "solvera-energia",
    locale: "en",
    symptom: "sms_code",
    name: "Lucía Ferrer",
    more: {
      answers: { code: "nothing_arrives" },
      scope: "several",
      reporter: { email: "lucia.ferrer@example.com" },
      checks: [{ id: "sms_delivery", outcome: "fail", value: 41 }],
    },
    neededInHours: 2.5,
    trail: [
      [95, "page", "/login/code"],
      [90, "click", "button Send a code"],
      [40, "click", "button Send again"],
      [12, "help", "opened"],
    ],
  },
  {
    hoursAgo: 1.1,
    customer: "norbec-mutuelle",
    locale: "fr",
    symptom: "page_broken",
    name: "Étienne Gagnon",
    more: {
      message: "L’ancien ordre du jour reste affiché.",
      canWork: "with_difficulty",
      answers: { see: "old_content" },
      reporter: { email: "etienne.gagnon@example.com" },
      page: { route: "/meetings/:id", loadedBuild: "2026.11.3", deployedBuild: "2026.11.4" },
      checks: [{ id: "build", outcome: "fail", value: "2026.11.3" }],
    },
    trail: [[30, "error", "TypeError portal.js:212 #5f2a"]],
  },
  {
    hoursAgo: 2,
    customer: "canopee-sante",
    locale: "fr",
    symptom: "security",
    name: "Salma Idrissi",
    more: {
      message: "Je vois dans ma liste la convocation d’une autre société.",
      answers: { which: "someone_elses_data" },
      canWork: "yes",
      reporter: { email: "salma.idrissi@example.com", phone: "+33 1 99 00 30 21" },
    },
  },
  {
    hoursAgo: 2.4,
    customer: "dar-al-noor",
    locale: "en",
    symptom: "upload",
    name: "Omar Haddad",
    more: {
      canWork: "with_difficulty",
      answers: { see: "too_big" },
      reporter: { email: "omar.haddad@example.com" },
      checks: [{ id: "http", outcome: "fail", value: { status: 413 } }],
    },
    trail: [[20, "request", "POST /api/documents", 413]],
  },
  {
    hoursAgo: 3.5,
    customer: "orvane-capital",
    locale: "en",
    symptom: "document",
    name: "Paolo Rinaldi",
    more: {
      message: "The third annex opens as an empty page.",
      canWork: "with_difficulty",
      answers: { step: "open" },
      reporter: { email: "paolo.rinaldi@example.com" },
    },
    trail: [
      [18, "request", "GET /api/documents/:id/preview", 500],
      [15, "request", "GET /api/documents/:id/preview", 500],
      [9, "request", "GET /api/documents/:id/preview", 500],
    ],
    later: [
      [
        40,
        answers(
          "ines",
          "The preview of this document failed on our side. Download it for now: the file itself is sound.",
        ),
      ],
    ],
  },
  {
    hoursAgo: 5,
    customer: "ilha-verde",
    locale: "en",
    symptom: "permission",
    name: "Beatriz Moura",
    more: {
      canWork: "with_difficulty",
      answers: { which: "meeting" },
      reporter: { email: "beatriz.moura@example.com" },
      checks: [{ id: "http", outcome: "fail", value: { status: 403 } }],
    },
    trail: [[25, "request", "GET /api/meetings/:id", 403]],
    later: [
      [
        60,
        answers(
          "ines",
          "Your administrator gives the right to this committee. May we pass your request on?",
          { to: "waiting_customer" },
        ),
      ],
    ],
  },
  {
    hoursAgo: 8,
    customer: "norvane-group",
    locale: "en",
    symptom: "slow",
    name: "James Whitmore",
    more: {
      canWork: "with_difficulty",
      answers: { which: "documents" },
      reporter: { email: "james.whitmore@example.com" },
      environment: { roundTripMilliseconds: 620 },
      checks: [{ id: "net", outcome: "fail", value: 620 }],
    },
  },
  {
    hoursAgo: 20,
    customer: "lagune-assurances",
    locale: "fr",
    symptom: "wrong_data",
    name: "Hugo Lemaire",
    more: {
      message: "La date de fin du mandat affiche 01/01/1970, attendu 30/06/2027.",
      canWork: "yes",
      scope: "several",
      answers: { how: "after_migration" },
      reporter: { email: "hugo.lemaire@example.com" },
    },
    later: [
      [
        90,
        answers(
          "camille",
          "Merci. Nous comparons vos données avec la source et revenons vers vous avec la liste des mandats touchés.",
        ),
      ],
    ],
  },
  {
    hoursAgo: 22,
    customer: "norbec-mutuelle",
    locale: "fr",
    symptom: "other",
    name: "Chantal Roy",
    more: {
      message: "Comment ajouter un pouvoir à un vote ?",
      canWork: "yes",
      scope: "me",
      reporter: { email: "chantal.roy@example.com" },
    },
  },
  {
    hoursAgo: 26,
    customer: "solvera-energia",
    locale: "en",
    symptom: "cannot_sign_in",
    name: "Marcos Vidal",
    more: {
      answers: { see: "account_locked" },
      scope: "me",
      reporter: { phone: "+33 1 99 00 30 22", email: "marcos.vidal@example.com" },
    },
    later: [
      [
        25,
        answers(
          "ines",
          "Your account was locked after five wrong passwords. Your administrator can unlock it now; choose “Forgot password” once, then sign in.",
        ),
      ],
      [
        70,
        moves("ines", { to: "resolved", fix: "Unlocked by the customer’s administrator, password reset" }),
      ],
    ],
  },
  {
    hoursAgo: 30,
    customer: "norvane-group",
    locale: "fr",
    symptom: "meeting_vote",
    name: "Claire Morel",
    more: {
      message: "Le bouton de vote ne répond plus.",
      answers: { which: "vote" },
      canWork: "no",
      scope: "several",
      reporter: { email: "claire.morel@example.com" },
    },
    trail: [
      [12, "click", "button Vote"],
      [11, "error", "TypeError votes.js:88 #91cc"],
    ],
    later: [
      [
        12,
        answers(
          "camille",
          "Rechargez la page une fois : le vote répond de nouveau. Votre vote n’avait pas été pris en compte.",
        ),
      ],
      [30, moves("camille", { to: "resolved", fix: "Faulty script withdrawn at 10:42" })],
    ],
  },
  {
    hoursAgo: 44,
    customer: "canopee-sante",
    locale: "fr",
    symptom: "sms_code",
    name: "Karim Benali",
    more: {
      answers: { code: "phone_changed" },
      scope: "me",
      reporter: { email: "karim.benali@example.com" },
    },
    later: [
      [
        50,
        answers(
          "camille",
          "Pour votre sécurité, seul votre administrateur change le numéro. Nous l’avons prévenu.",
          { to: "waiting_customer" },
        ),
      ],
    ],
  },
  {
    hoursAgo: 50,
    customer: "dar-al-noor",
    locale: "en",
    symptom: "sso_error",
    name: "Rana Saleh",
    more: {
      answers: { see: "error_message", error: "AADSTS50105" },
      scope: "me",
      reporter: { email: "rana.saleh@example.com" },
    },
    later: [
      [
        35,
        answers(
          "ines",
          "Your company’s administrator has to assign you to the application. We sent them the steps.",
        ),
      ],
      [200, moves("ines", { to: "resolved", fix: "User assigned in the customer’s Entra ID" })],
    ],
  },
  {
    hoursAgo: 70,
    customer: "orvane-capital",
    locale: "en",
    symptom: "security",
    name: "Giulia Conti",
    more: {
      message: "A mail asks me to sign in on a page that is not yours.",
      answers: { which: "suspicious_mail" },
      canWork: "yes",
      reporter: { email: "giulia.conti@example.com", phone: "+33 1 99 00 30 23" },
    },
  },
];

function reportOf(sample: Sample, openedAt: Date): TicketInput {
  const ago = (seconds: number) => openedAt.getTime() - seconds * 1_000;
  return {
    id: randomUUID(),
    accessToken: randomBytes(16).toString("base64url"),
    site: "boards-eu",
    locale: sample.locale,
    symptom: sample.symptom,
    page: { route: "/" },
    ...sample.more,
    reporter: { ...sample.more.reporter, name: sample.name },
    environment: {
      browser: sample.browser ?? "Chrome 154",
      system: "Windows 11",
      viewport: "1440 × 900",
      zoomPercent: 100,
      languages: [sample.locale],
      cookies: "allowed",
      storage: "allowed",
      isOnline: true,
      roundTripMilliseconds: 48,
      clockErrorMilliseconds: 400,
      ...sample.more.environment,
    },
    ...(sample.neededInHours === undefined
      ? {}
      : { neededBy: new Date(openedAt.getTime() + sample.neededInHours * 3_600_000).toISOString() }),
    breadcrumbs: (sample.trail ?? []).map(([seconds, kind, what, status]) => ({
      at: ago(seconds),
      kind,
      what,
      ...(status === undefined ? {} : { status }),
    })),
  };
}
