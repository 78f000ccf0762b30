/** Why an article did not help, in the order in which readers are asked. */
export const feedbackReasons = [
  "not_solved",
  "unclear",
  "outdated",
  "incomplete",
  "hard_to_find",
  "translation",
] as const;
export type FeedbackReason = (typeof feedbackReasons)[number];

/** The body of `POST /api/articles/:slug/feedback`. */
export interface FeedbackInput {
  /** A UUID, the idempotency key. */
  id: string;
  locale: string;
  /** The `version` of the article that was read. */
  version: string;
  isHelpful: boolean;
  /** At least one where it did not help. */
  reasons?: FeedbackReason[];
  comment?: string;
  /** Told once when the article is corrected, then forgotten. */
  email?: string;
  /** The solved challenge of `GET /api/captcha`, as altcha-lib writes it. */
  proof: { challenge: Challenge; solution: { counter: number; derivedKey: string } };
}

/** What `GET /api/captcha` answers: a puzzle for the browser, nothing for the person. */
export interface Challenge {
  parameters: {
    algorithm: string;
    nonce: string;
    salt: string;
    cost: number;
    keyLength: number;
    keyPrefix: string;
    keySignature?: string;
    expiresAt?: number;
  };
  signature?: string;
}

/** The body of `POST /api/searches`: a search that has ended. */
export interface SearchInput {
  id: string;
  locale: string;
  words: string;
  results: number;
  opened?: string;
  isSolved?: boolean;
  hasTicket?: boolean;
}
