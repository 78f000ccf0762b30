/**
 * What must not leave a page by accident. Pure, and used on both sides: the widget before showing what it
 * would send, the server again at the door.
 */

// It starts where a word does: from inside a long one, the search would begin again at every letter.
const email = /(?<![\p{L}\p{N}_.'+-])[\p{L}\p{N}_.'+-]+@[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+/gu;
const iban = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b/g;
// A JSON Web Token (RFC 7519) also where its end is cut off: whom it is about stands in the middle.
const token =
  /\b(?:eyJ[\w-]{10,}\.[\w-]+(?:\.[\w-]*)?|[A-Fa-f0-9]{32,}|(?:api|sk|pk|ghp|xox[abp])[_-][\w-]{16,})/g;
const phone = /(?<![\w-])\+?\d[\d ().-]{7,17}\d(?![\w-])/g;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Free text with addresses, account numbers, phones and secrets replaced by what they were. */
export function maskText(text: string): string {
  // What is left beside a replacement may look like a secret itself: `a@b.c@d.e`.
  for (let masked = maskOnce(text); masked !== text; masked = maskOnce(text)) text = masked;
  return text;
}

function maskOnce(text: string): string {
  return text
    .replace(token, "[secret]")
    .replace(email, (address) => maskEmail(address))
    .replace(iban, "[iban]")
    .replace(phone, (number) => maskPhone(number));
}

/** `claire.morel@example.com` → `c***@e***.com`: enough to recognise one's own, too little to write to it. */
function maskEmail(address: string): string {
  const [name = "", domain = ""] = address.split("@");
  const lastDot = domain.lastIndexOf(".");
  return `${name.slice(0, 1)}***@${domain.slice(0, 1)}***${lastDot > 0 ? domain.slice(lastDot) : ""}`;
}

/** `+33 1 99 00 12 34` → `+33 ••34`: the country and the last two digits. */
function maskPhone(number: string): string {
  const digits = number.replace(/\D/g, "");
  const country = number.trim().startsWith("+") ? `+${digits.slice(0, 2)} ` : "";
  return `${country}••${digits.slice(-2)}`;
}

/**
 * A path without what names a person, a document or a tenant: no query, no fragment, and each segment that is
 * a number, a UUID, hex of eight and more, a mail, percent-encoded, or longer than 24 characters becomes `:id`.
 */
export function routeOf(path: string): string {
  const bare = path.split(/[?#]/, 1)[0] ?? "";
  return bare.split("/").map(maskSegment).join("/").slice(0, 200) || "/";
}

function maskSegment(segment: string): string {
  const isIdentifier =
    /^\d+$/.test(segment) ||
    uuid.test(segment) ||
    /^(?=.*\d)[0-9a-f-]{8,}$/i.test(segment) ||
    /^[0-9a-f]{8,}$/i.test(segment) ||
    segment.includes("@") ||
    segment.includes("%") ||
    segment.length > 24;
  return isIdentifier ? ":id" : segment;
}
