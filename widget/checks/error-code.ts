import { errorCodeIn } from "../../server/contract/error-code.ts";

/**
 * The identity provider's code in the address or the visible text of a sign-in error page. The code alone is
 * taken: the sentence around it may name a person.
 */
export function findErrorCode(): string | undefined {
  const { search, hash } = location;
  const handedOver = new URLSearchParams(`${search.slice(1)}&${hash.slice(1)}`);
  // A page that says more than this about an error is not about the error.
  const visible = document.body.innerText.slice(0, 20_000);
  return errorCodeIn([...handedOver.values()].join("\n")) ?? errorCodeIn(visible);
}
