import { spawn } from "node:child_process";
import { expect } from "@playwright/test";
import { findWebKit } from "./browser.mjs";
import { freePort } from "./built-server.ts";

/**
 * WebKitGTK by its own driver, on a screen of its own: Playwright's WebKit is no Debian package. Elements are found
 * as people find them, by the role and the name that the engine itself computes, through every shadow root.
 */
export interface WebKit {
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  /** Waits until an element with this role and name is to be seen. */
  find(role: Role, name?: string | RegExp): Promise<Found>;
  /** Waits until an element with these very words is to be seen. */
  findText(words: string): Promise<Found>;
  isShown(role: Role, name?: string | RegExp): Promise<boolean>;
  click(role: Role, name: string): Promise<void>;
  clickText(words: string): Promise<void>;
  /** Into what has the focus. */
  type(text: string): Promise<void>;
  press(key: keyof typeof keys): Promise<void>;
  /** What a script on the page returns. */
  run(script: string): Promise<unknown>;
  /** A property of an element, like `value`. */
  read(element: Found, property: string): Promise<unknown>;
  /** Whether it has the focus, however deep in shadow roots. */
  isFocused(element: Found): Promise<boolean>;
  screenshot(): Promise<Buffer>;
  quit(): Promise<void>;
}

/** WebDriver's reference to an element. */
interface Found {
  "element-6066-11e4-a52e-4f735466cecf": string;
}

/** Roles, and where to look for them: asking the engine for every element's role would take seconds. */
const candidates = {
  article: "article",
  button: "button",
  dialog: "dialog",
  heading: "h1, h2, h3",
  link: "a",
  radio: "input",
  searchbox: "input",
  textbox: "input, textarea",
};
export type Role = keyof typeof candidates;

const keys = { Tab: "\uE004", Enter: "\uE007", Escape: "\uE00C", ArrowDown: "\uE015" };

/** What a person sees of the page, in order. */
const listSeen = `
  const below = (root) => [...root.querySelectorAll("*")].flatMap((element) =>
    [element, ...(element.shadowRoot ? below(element.shadowRoot) : [])]);
  const seen = below(document.documentElement).filter((element) =>
    element.checkVisibility({ visibilityProperty: true }));`;
const listCandidates = `${listSeen}
  return seen.filter((element) => element.matches(arguments[0]));`;
const findWords = `${listSeen}
  return seen.findLast((element) => element.textContent.replaceAll(/\\s+/g, " ").trim() === arguments[0]) ?? null;`;
const findFocus = `
  let focus = document.activeElement;
  while (focus?.shadowRoot?.activeElement) focus = focus.shadowRoot.activeElement;
  return focus === arguments[0];`;

export async function startWebKit(): Promise<WebKit> {
  const { server, end } = await startDriver();
  let session = "";

  async function call<T>(method: string, path: string, body?: object): Promise<T> {
    const response = await fetch(server + path, {
      method,
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(20_000),
    });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
    return value; // WebDriver's word for it
  }

  const run = <T>(script: string, ...args: unknown[]) =>
    call<T>("POST", `${session}/execute/sync`, { script, args });
  const act = (type: string, actions: object[]) =>
    call("POST", `${session}/actions`, { actions: [{ type, id: type, actions }] });
  const computed = (element: Found, what: "role" | "label") =>
    call<string>("GET", `${session}/element/${Object.values(element)[0]}/computed${what}`);

  async function look(role: Role, name?: string | RegExp): Promise<Found | undefined> {
    for (const element of await run<Found[]>(listCandidates, candidates[role])) {
      const label = (await computed(element, "label")).replaceAll(/\s+/g, " ").trim();
      const isNamed = name instanceof RegExp ? name.test(label) : name === undefined || name === label;
      if (isNamed && (await computed(element, "role")) === role) return element;
    }
    return undefined;
  }

  /** Tries until it finds something; a page that changes meanwhile only means another try. */
  async function wait(what: string, search: () => Promise<Found | undefined | null>): Promise<Found> {
    let found: Found | undefined | null;
    await expect(async () => {
      found = await search();
      expect(found, what).toBeTruthy();
    }).toPass({ timeout: 10_000, intervals: [50] });
    return found!; // just expected
  }

  const find = (role: Role, name?: string | RegExp) => wait(`${role} ${name ?? ""}`, () => look(role, name));
  const findText = (words: string) => wait(words, () => run<Found | null>(findWords, words));

  async function clickOn(element: Found): Promise<void> {
    await run(`arguments[0].scrollIntoView({ block: "nearest" })`, element);
    await act("pointer", [
      { type: "pointerMove", origin: element, x: 0, y: 0 },
      { type: "pointerDown", button: 0 },
      { type: "pointerUp", button: 0 },
    ]);
  }

  async function type(text: string): Promise<void> {
    await act(
      "key",
      [...text].flatMap((value) => [
        { type: "keyDown", value },
        { type: "keyUp", value },
      ]),
    );
  }

  const capabilities = { alwaysMatch: { "webkitgtk:browserOptions": { args: ["--automation"] } } };
  const { sessionId } = await call<{ sessionId: string }>("POST", "/session", { capabilities });
  session = `/session/${sessionId}`;
  await call("POST", `${session}/window/rect`, { x: 0, y: 0, width: 1200, height: 850 });

  return {
    goto: (url) => call("POST", `${session}/url`, { url }),
    reload: () => call("POST", `${session}/refresh`, {}),
    find,
    findText,
    isShown: async (role, name) => Boolean(await look(role, name)),
    click: async (role, name) => clickOn(await find(role, name)),
    clickText: async (words) => clickOn(await findText(words)),
    type,
    press: (key) => type(keys[key]),
    run: (script) => run(script),
    read: (element, property) => run("return arguments[0][arguments[1]]", element, property),
    isFocused: (element) => run(findFocus, element),
    screenshot: async () => Buffer.from(await call<string>("GET", `${session}/screenshot`), "base64"),
    async quit() {
      await call("DELETE", session);
      end();
    },
  };
}

async function startDriver(): Promise<{ server: string; end: () => void }> {
  const programs = findWebKit();
  if (!programs) throw new Error("WebKitGTK is not here");
  const screen = spawn(
    programs.screen,
    ["-displayfd", "3", "-screen", "0", "1280x900x24", "-nolisten", "tcp"],
    {
      stdio: ["ignore", "ignore", "ignore", "pipe"],
    },
  );
  const display = await new Promise<string>((resolve, reject) => {
    screen.once("error", reject);
    screen.once("exit", () => reject(new Error("Xvfb did not start")));
    screen.stdio[3]?.once("data", (number) => resolve(`:${String(number).trim()}`));
  });
  const port = await freePort();
  const driver = spawn(programs.driver, [`--port=${port}`, "--host=127.0.0.1"], {
    stdio: "ignore",
    env: { ...process.env, DISPLAY: display, NO_AT_BRIDGE: "1" }, // no D-Bus to look for
  });
  const end = () => {
    driver.kill();
    screen.kill();
  };
  process.once("exit", end);
  const server = `http://127.0.0.1:${port}`;
  await expect(() => fetch(`${server}/status`)).toPass({ timeout: 10_000, intervals: [50] });
  return { server, end };
}
