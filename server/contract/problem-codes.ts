/**
 * Every failure that the HTTP API names, with its status. The code is stable: clients branch on it, never on
 * the sentence. Each language must have a sentence for each code, or it does not compile.
 */
export const problemCodes = {
  "body-not-json": 400,
  "body-too-large": 413,
  "input-invalid": 422,
  "site-unknown": 422,
  "site-disabled": 403,
  "symptom-unknown": 422,
  "contact-missing": 422,
  "email-invalid": 422,
  "phone-invalid": 422,
  "message-missing": 422,
  "id-already-used": 409,
  "too-many-requests": 429,
  "token-missing": 401,
  "ticket-not-found": 404,
  "message-id-already-used": 409,
  "ticket-closed": 409,
  "move-not-allowed": 409,
  "reason-missing": 422,
  "key-missing": 401,
  "key-invalid": 401,
  "permission-missing": 403,
  "check-unknown": 422,
  "customer-unknown": 422,
  "subject-missing": 422,
  "subject-invalid": 422,
  "value-too-personal": 422,
  "value-invalid": 422,
  "facts-count": 422,
  "until-invalid": 422,
  "code-invalid": 422,
  "sign-in-link-invalid": 401,
  "article-not-found": 404,
  "feedback-reason-missing": 422,
  "proof-missing": 422,
  "proof-invalid": 403,
  "proof-expired": 403,
  "proof-used": 409,
  "form-expired": 403,
  "form-too-fast": 429,
  "votes-exceeded": 429,
  "not-found": 404,
  "method-not-allowed": 405,
  "cross-site-request": 403,
  "not-ready": 503,
  internal: 500,
} as const;

export type ProblemCode = keyof typeof problemCodes;

/** RFC 9457 body: `application/problem+json`. `field` names the input to mend, as a path like `reporter.email`. */
export interface ProblemBody {
  type: string;
  title: string;
  status: number;
  code: ProblemCode;
  detail: string;
  field?: string;
}
