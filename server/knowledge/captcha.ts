import { createHash, createHmac } from "node:crypto";
import { createChallenge, randomInt, verifySolution } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import type { Challenge, FeedbackInput } from "../contract/feedback.ts";
import type { Context } from "../context.ts";
import type { Queries } from "../database.ts";
import { Problem } from "../problem.ts";

const validSeconds = 60 * 60; // longer than anybody writes on a comment

/**
 * A puzzle that a browser solves by itself in about half a second and a phone in one or two; whoever wants to send a
 * thousand comments pays a thousand times. How often it must try is drawn here, so nobody waits much longer.
 */
export function makeChallenge({ secret, clock }: Context): Promise<Challenge> {
  return createChallenge({
    algorithm: "PBKDF2/SHA-256",
    cost: 10_000,
    counter: randomInt(300, 100),
    deriveKey,
    expiresAt: new Date(clock.now().getTime() + validSeconds * 1_000),
    ...secretsOf(secret),
  });
}

/** Accepts a solution once. Throws proof-invalid, proof-expired, proof-used. */
export async function spendProof(
  { secret, clock }: Context,
  queries: Queries,
  { challenge, solution }: FeedbackInput["proof"],
): Promise<void> {
  const { verified, expired } = await verifySolution({
    challenge,
    solution,
    deriveKey,
    ...secretsOf(secret),
  });
  if (expired) throw new Problem("proof-expired");
  if (!verified) throw new Problem("proof-invalid");
  // Signed by us, so it is there. The library asked the machine's clock; ours may be another.
  const expiresAt = new Date((challenge.parameters.expiresAt ?? 0) * 1_000);
  if (expiresAt < clock.now()) throw new Problem("proof-expired");
  const spent = await queries.row(
    "insert into spent_proofs (hash, expires_at) values ($1, $2) on conflict do nothing returning hash",
    [
      createHash("sha256")
        .update(challenge.signature ?? "")
        .digest(),
      expiresAt,
    ],
  );
  if (!spent) throw new Problem("proof-used");
}

function secretsOf(secret: string) {
  const derived = (use: string) => createHmac("sha256", secret).update(use).digest("base64url");
  return {
    hmacSignatureSecret: derived("captcha challenge"),
    // With it the answer is known beforehand: a forged one costs us a hash, not a derivation.
    hmacKeySignatureSecret: derived("captcha answer"),
  };
}
