/** The launcher, drawn without Lit: it is on every page, so it must weigh nothing. */

const words = {
  en: {
    help: "Help",
    failed: "Help could not open here. Open the help centre",
    offline: "No connection. Help opens when it is back.",
  },
  fr: {
    help: "Aide",
    failed: "L’aide n’a pas pu s’ouvrir ici. Ouvrir le centre d’aide",
    offline: "Pas de connexion. L’aide s’ouvrira à son retour.",
  },
};
type Language = keyof typeof words;

/** The page's language, else the first of the person's that we speak. */
export function spokenLocale(): string {
  const wishes = [document.documentElement.lang, ...navigator.languages];
  return wishes.find((wish) => /^(en|fr)\b/i.test(wish)) ?? "en";
}

export function languageOf(locale: string): Language {
  return /^fr\b/i.test(locale) ? "fr" : "en";
}

// The build squeezes what is marked so.
const css = String.raw;

const accent = "var(--dilitrust-help-accent, light-dark(#0b5a6b, #6cc7d8))";

// `!important` inside a shadow root wins over the page's own: no page can move, hide or restyle the element.
const styles = css`
  :host {
    all: initial !important;
    color-scheme: inherit !important;
    position: fixed !important;
    inset-block-end: max(16px, env(safe-area-inset-bottom)) !important;
    inset-inline-end: 16px !important;
  }
  :host([theme="light"]) {
    color-scheme: light !important;
  }
  :host([theme="dark"]) {
    color-scheme: dark !important;
  }
  .launcher,
  p {
    border: 0;
    border-radius: var(--dilitrust-help-radius, 8px);
    outline: 1px solid transparent;
    box-shadow:
      0 0 0 1px #7d8a9b66,
      0 12px 32px -4px #0b121c3d;
    font: 15px/22px var(--dilitrust-help-font, system-ui, sans-serif);
  }
  .launcher {
    display: flex;
    align-items: center;
    gap: 8px;
    block-size: 48px;
    margin-inline-start: auto;
    padding: 0 14px;
    background: ${accent};
    color: var(--dilitrust-help-on-accent, light-dark(#fff, #06222a));
    font-weight: 600;
    cursor: pointer;
  }
  .launcher:focus-visible {
    outline: 2px solid ${accent};
    outline-offset: 2px;
    box-shadow: 0 0 0 2px Canvas;
  }
  .launcher::before {
    content: "?" / "";
    inline-size: 17px;
    border: 1.5px solid;
    border-radius: 50%;
    font-size: 12px;
    line-height: 17px;
    text-align: center;
  }
  p {
    max-inline-size: 260px;
    margin: 0 0 16px;
    padding: 16px;
    background: Canvas;
    color: CanvasText;
  }
  @media (max-width: 639px) {
    span {
      display: none;
    }
  }
  @media print {
    :host {
      display: none !important;
    }
  }
`;

/** A constructed sheet is no element, so no page's CSP refuses it. */
export function styleLauncher(root: ShadowRoot): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [sheet];
}

export function drawLauncher(language: Language): Element {
  const { help } = words[language];
  const label = { class: "launcher", "aria-haspopup": "dialog", "aria-label": help }; // phones do not show the word
  return draw("button", label, draw("span", {}, help));
}

/** For when the panel cannot be loaded: no line, the network, or a page that allows no Trusted Types policy of Lit's. */
export function drawFailure(language: Language, centre: string): Element {
  const { failed, offline } = words[language];
  const says = navigator.onLine ? draw("a", { href: centre, target: "_blank" }, failed) : offline;
  return draw("p", { role: "alert" }, says);
}

/** An attribute without a value is left out. */
export function draw(
  name: string,
  attributes: Record<string, string | undefined>,
  ...children: (Element | string)[]
): HTMLElement {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value) element.setAttribute(attribute, value);
  }
  element.append(...children);
  return element;
}
