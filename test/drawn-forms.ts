/** A form as a page of ours draws it. */
export interface DrawnForm {
  method: "GET" | "POST";
  /** Path and query, without the fragment. */
  action: string;
  controls: Control[];
  /** Name and value that each of its buttons adds. */
  buttons: [name: string, value: string][];
}

/** What may be sent under a name: the texts to choose from; undefined where nothing may be chosen. */
interface Control {
  name: string;
  choices: (string | undefined)[];
}

const origin = "http://localhost";

/** The forms of a page at an address, found without a browser. */
export function formsOn(html: string, address: string): DrawnForm[] {
  return [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].map(([, own = "", inside = ""]) => {
    const url = new URL(attribute(own, "action") ?? address, origin + address);
    const id = attribute(own, "id");
    const elsewhere = id === undefined ? "" : controlsFor(html, id);
    return {
      method: attribute(own, "method") === "post" ? "POST" : "GET",
      action: url.pathname + url.search,
      controls: controlsIn(inside + elsewhere),
      buttons: [...inside.matchAll(/<button\b([^>]*)>/g)].map(([, button = ""]) => [
        attribute(button, "name") ?? "",
        attribute(button, "value") ?? "",
      ]),
    };
  });
}

function controlsFor(html: string, form: string): string {
  return [...html.matchAll(/<input\b[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => attribute(tag, "form") === form)
    .join("");
}

function controlsIn(html: string): Control[] {
  const radios = new Map<string, (string | undefined)[]>();
  const controls = [...html.matchAll(/<(input|textarea|select)\b([^>]*)>([^<]*)/g)].flatMap(
    ([tag, kind, own = "", text = ""]): Control[] => {
      const name = attribute(own, "name");
      if (name === undefined) return [];
      if (kind === "textarea") return [{ name, choices: [unescaped(text).trim() || "It works again."] }];
      if (kind === "select") return [{ name, choices: optionsOf(html.slice(html.indexOf(tag))) }];
      const value = attribute(own, "value") ?? "";
      const type = attribute(own, "type") ?? "text";
      if (type === "checkbox") return [{ name, choices: [value, undefined] }];
      if (type !== "radio") return [{ name, choices: [value || (typed[type] ?? "works-again")] }];
      radios.set(name, [...(radios.get(name) ?? [undefined]), value]);
      return [];
    },
  );
  return [...controls, ...[...radios].map(([name, choices]) => ({ name, choices }))];
}

function optionsOf(select: string): string[] {
  const [inside = ""] = select.split("</select>", 1);
  return [...inside.matchAll(/<option\b([^>]*)>/g)].map(([, own = ""]) => attribute(own, "value") ?? "");
}

/** What somebody types where nothing stands. */
const typed: Record<string, string> = {
  email: "ana@example.com",
  tel: "+33 1 99 00 12 34",
  url: "https://board.example.com",
};

function attribute(tag: string, name: string): string | undefined {
  const [, value] = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(tag) ?? [];
  return value === undefined ? undefined : unescaped(value);
}

function unescaped(text: string): string {
  return text
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
