/** The list as it stands in the page now: it is replaced whenever there is news. */
export function list(): HTMLElement | null {
  return document.getElementById("list");
}

export function rows(): HTMLTableRowElement[] {
  return [...document.querySelectorAll<HTMLTableRowElement>("#list tr[data-key]")];
}

export function linkOf(row: HTMLTableRowElement | undefined): HTMLAnchorElement | null {
  return row?.querySelector<HTMLAnchorElement>(".what a") ?? null;
}

/** The row of the focus, else of the open ticket. */
export function currentRow(): HTMLTableRowElement | undefined {
  const all = rows();
  return (
    all.find((row) => row.contains(document.activeElement)) ??
    all.find((row) => row.classList.contains("open"))
  );
}

/** List and ticket stand side by side. */
export const isBeside = matchMedia("(min-width: 1100px)");
