import type { Context } from "../context.ts";
import { repeat, type Repeated } from "../repeat.ts";
import { type Certificate, signingCertificate } from "./saml-metadata.ts";

/** A customer whose identity provider publishes metadata. */
export interface WatchedCustomer {
  id: string;
  metadataUrl: string;
}

const hour = 3_600_000;
const day = 24 * hour;
// AD FS's metadata has some 80 kB; reading XML that was made to be slow must not hold the server for long.
const bytesAtMost = 256 * 1_024;
const startMilliseconds = 3_000; // a provider that starts beside us, as in the demonstration, gets a moment
const fetchMilliseconds = 5_000;
const freshMilliseconds = 60_000;
const retryMilliseconds = 5_000; // a provider that was just started, or was briefly away
const slowMilliseconds = 3_000;
const knownMilliseconds = 2 * day; // one missed daily look is no news
const reachedMilliseconds = 10 * 60_000; // what could be reached an hour ago may be down

/** Whole days that are left; once expired, counted back by date (UTC), as one reads it beside the date itself. */
export function daysUntil(end: Date, now: Date): number {
  if (end >= now) return Math.floor((end.getTime() - now.getTime()) / day);
  return Math.min(-1, Math.floor(end.getTime() / day) - Math.floor(now.getTime() / day));
}

/** What is known of a customer's identity provider. What is missing is not known. */
export interface Provider {
  certificate?: Certificate | undefined;
  reach?: "up" | "slow" | "down" | undefined;
}

/** What the last look at the customer's metadata found, as far as it may still be believed. */
export async function knownProvider({ database, clock }: Context, customerId: string): Promise<Provider> {
  const last = await database.row<LastLook>(lastLook, [customerId]);
  const age = last ? clock.now().getTime() - last.checkedAt.getTime() : Infinity;
  if (!last || age > knownMilliseconds) return {};
  const { fingerprint, notAfter, error } = last;
  const isRead = error === null && fingerprint !== null && notAfter !== null;
  return {
    certificate: isRead ? { fingerprint, notAfter } : undefined,
    reach: age <= reachedMilliseconds ? reachOf(last) : undefined,
  };
}

/** The same as it is now: looks again when the last look is more than a minute old. */
export async function currentProvider(context: Context, customer: WatchedCustomer): Promise<Provider> {
  const now = context.clock.now().getTime();
  const last = await context.database.row<LastLook>(lastLook, [customer.id]);
  const isFresh =
    last && now - last.checkedAt.getTime() < (last.error === null ? freshMilliseconds : retryMilliseconds);
  if (!isFresh) await checkProvider(context, customer);
  return knownProvider(context, customer.id);
}

interface LastLook {
  checkedAt: Date;
  error: string | null;
  fingerprint: string | null;
  notAfter: Date | null;
  failures: number;
  milliseconds: number | null;
}

const lastLook = {
  name: "last-look-at-a-provider",
  text: `select fingerprint, not_after as "notAfter", checked_at as "checkedAt", error, failures, milliseconds
    from customer_certificates join customers on id = customer_id and metadata_url is not null where customer_id = $1`,
};

/** Once or twice may be the network between us. */
function reachOf({ failures, milliseconds }: LastLook): Provider["reach"] {
  if (failures >= 3) return "down";
  if (failures > 0 || milliseconds === null) return undefined;
  return milliseconds > slowMilliseconds ? "slow" : "up";
}

/** Looks at the certificates of all customers once a day, at those that could not be read every hour. */
export function startCertificateChecks(context: Context): Repeated {
  return repeat(
    async (stopping) => {
      for (const customer of await dueCustomers(context)) {
        if (stopping.aborted) return;
        await checkProvider(context, customer, stopping);
      }
    },
    {
      startMilliseconds,
      pauseMilliseconds: hour,
      onError: (error) => context.log.error("checks: the certificates could not be looked at", { error }),
    },
  );
}

async function dueCustomers({ database, clock }: Context): Promise<WatchedCustomer[]> {
  return database.rows(
    `select id, metadata_url as "metadataUrl" from customers left join customer_certificates on customer_id = id
     where metadata_url is not null
       and (checked_at is null or error is not null or checked_at < $1::timestamptz - interval '1 day')
     order by id`,
    [clock.now()],
  );
}

/** Looks once and notes what was found, or that nothing could be found. */
async function checkProvider(
  context: Context,
  { id, metadataUrl }: WatchedCustomer,
  signal?: AbortSignal,
): Promise<void> {
  try {
    const startedAt = performance.now();
    const metadata = await fetchMetadata(metadataUrl, signal);
    const milliseconds = Math.round(performance.now() - startedAt);
    const { fingerprint, notAfter } = signingCertificate(metadata);
    await context.database.rows(
      `insert into customer_certificates (customer_id, fingerprint, not_after, checked_at, milliseconds) values ($1, $2, $3, $4, $5)
       on conflict (customer_id) do update
         set fingerprint = $2, not_after = $3, checked_at = $4, milliseconds = $5, failures = 0, error = null`,
      [id, fingerprint, notAfter, context.clock.now(), milliseconds],
    );
  } catch (error) {
    if (signal?.aborted) return;
    const reason = reasonOf(error);
    context.log.warn("checks: a certificate could not be looked at", { customer: id, reason });
    await context.database.rows(
      `insert into customer_certificates as last (customer_id, checked_at, error, failures) values ($1, $2, $3, $4::boolean::int)
       on conflict (customer_id) do update
         set checked_at = $2, error = $3, milliseconds = null, failures = case when $4 then last.failures + 1 else 0 end`,
      [id, context.clock.now(), reason, error instanceof Unreachable],
    );
  }
}

/** fetch says "fetch failed" and keeps what failed as the cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}

/** Nobody answers there. Whoever refuses, redirects or answers nonsense is there, and may well sign people in. */
class Unreachable extends Error {}

async function fetchMetadata(address: string, signal?: AbortSignal): Promise<string> {
  const url = new URL(address);
  if (!isAllowed(url)) throw new Error("the metadata's address is not https");
  const timeout = AbortSignal.timeout(fetchMilliseconds);
  const response = await fetch(url, {
    redirect: "manual", // where it leads, nobody has checked
    headers: { accept: "application/samlmetadata+xml, application/xml, text/xml" },
    signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
  }).catch((error: unknown) => {
    throw new Unreachable(reasonOf(error));
  });
  if (response.status >= 500) {
    await response.body?.cancel();
    throw new Unreachable(`the metadata's address answers ${response.status}`);
  }
  if (!response.ok || !response.body) {
    await response.body?.cancel();
    throw new Error(`the metadata's address answers ${response.status}`);
  }
  return readText(response.body);
}

/** Over the wire only what cannot be changed on the way; plain HTTP never leaves this machine. */
function isAllowed({ protocol, hostname }: URL): boolean {
  if (protocol === "https:") return true;
  return protocol === "http:" && ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
}

async function readText(body: ReadableStream<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop by an error cancels the stream.
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > bytesAtMost) throw new Error("the metadata is too large");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
