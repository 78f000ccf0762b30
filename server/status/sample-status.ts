import type { Locale, ServiceStatus } from "../contract/types.ts";
import type { Context } from "../context.ts";
import type { Queries } from "../database.ts";

const site = "boards-eu";
const days = 90;
const incidentDaysAgo = 8;

/** A fictional quarter of boards-eu up to yesterday, once, plainly marked: days as services live them, and one incident. */
export async function writeSampleStatus(context: Context): Promise<void> {
  await context.database.transaction(async (queries) => {
    const isThere = await queries.row("select 1 from incidents where is_sample limit 1");
    if (isThere) return;
    for (const { id } of context.services.services) {
      for (let daysAgo = days - 1; daysAgo > 0; daysAgo -= 1) await writeDay(context, queries, id, daysAgo);
    }
    await writeIncident(context, queries);
  });
}

const troubles: [daysAgo: number, service: string, status: ServiceStatus, minutes: number][] = [
  [83, "documents", "minor", 34],
  [71, "mail", "minor", 52],
  [66, "sign_in", "major", 6],
  [58, "documents", "minor", 19],
  [47, "sms", "minor", 41],
  [39, "meetings", "major", 11],
  [39, "meetings", "minor", 27],
  [27, "mail", "major", 23],
  [16, "documents", "minor", 48],
  [incidentDaysAgo, "sms", "minor", 18],
  [incidentDaysAgo, "sms", "critical", 62],
  [3, "mail", "minor", 9],
];

async function writeDay(
  context: Context,
  queries: Queries,
  serviceId: string,
  daysAgo: number,
): Promise<void> {
  const day = new Date(context.clock.now().getTime() - daysAgo * 86_400_000);
  const bad = troubles.filter(([ago, service]) => ago === daysAgo && service === serviceId);
  const badMinutes = bad.reduce((sum, [, , , minutes]) => sum + minutes, 0);
  const parts: [ServiceStatus, number][] = [
    ["ok", 24 * 60 - badMinutes],
    ...bad.map(([, , status, minutes]): [ServiceStatus, number] => [status, minutes]),
  ];
  for (const [status, minutes] of parts) {
    await queries.rows(
      `insert into status_days (site_id, service_id, day, status, seconds, is_sample)
       values ($1, $2, $3, $4, $5, true) on conflict do nothing`,
      [site, serviceId, day.toISOString().slice(0, 10), status, minutes * 60],
    );
  }
}

type Words = Record<Locale, string>;

const title: Words = {
  en: "Codes by SMS did not arrive",
  fr: "Les codes par SMS n’arrivaient pas",
};

const updates: [minutesLater: number, status: string, body: Words][] = [
  [
    9,
    "investigating",
    {
      en: "Codes by SMS do not reach part of our users in Europe. Signing in with the authenticator app or a company account works. We are looking for the cause. Next message in 30 minutes.",
      fr: "Les codes par SMS ne parviennent pas à une partie de nos utilisateurs en Europe. La connexion avec l’application d’authentification ou un compte d’entreprise fonctionne. Nous cherchons la cause. Prochain message dans 30 minutes.",
    },
  ],
  [
    34,
    "identified",
    {
      en: "The messages leave our servers and wait at one operator. We are moving them to a second one. Asking for more codes does not help. Next message in 30 minutes.",
      fr: "Les messages quittent nos serveurs et restent en attente chez un opérateur. Nous les faisons passer par un second. Redemander un code ne sert à rien. Prochain message dans 30 minutes.",
    },
  ],
  [
    62,
    "monitoring",
    {
      en: "Codes go out by the second operator; some still arrive late. We keep watching. Next message in 30 minutes.",
      fr: "Les codes partent par le second opérateur ; certains arrivent encore en retard. Nous continuons de surveiller. Prochain message dans 30 minutes.",
    },
  ],
  [
    80,
    "resolved",
    {
      en: "Codes arrive within seconds again. The incident lasted 1 hour 20 minutes; no data was lost. There is nothing for you to do.",
      fr: "Les codes arrivent de nouveau en quelques secondes. L’incident a duré 1 h 20 ; aucune donnée n’a été perdue. Vous n’avez rien à faire.",
    },
  ],
];

async function writeIncident(context: Context, queries: Queries): Promise<void> {
  const startedAt = new Date(context.clock.now().getTime() - incidentDaysAgo * 86_400_000);
  startedAt.setUTCHours(8, 10, 0, 0);
  const after = (minutes: number) => new Date(startedAt.getTime() + minutes * 60_000);
  const incident = await queries.row<{ id: number }>(
    `insert into incidents (site_id, service_id, title, started_at, resolved_at, is_sample)
     values ($1, 'sms', $2, $3, $4, true) returning id`,
    [site, title, startedAt, after(80)],
  );
  for (const [minutes, status, body] of updates) {
    await queries.rows(
      "insert into incident_updates (incident_id, at, status, body) values ($1, $2, $3, $4)",
      [incident?.id, after(minutes), status, body],
    );
  }
}
