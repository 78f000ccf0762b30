/**
 * What is kept on this device, by name and site: `device` outlives the tab (reports sent, reports unsent, the
 * contact), `tab` lasts as long as the tab (drafts). A page may refuse storage; then memory serves.
 */
export interface Shelf {
  /** False where the page refuses storage: what is kept lasts until the page is closed. */
  isLasting: boolean;
  read(name: string): unknown;
  write(name: string, value: unknown): void;
  remove(name: string): void;
}

/** What we keep, by name. */
export const kept = {
  draft: "draft",
  guide: "guide",
  outbox: "outbox",
  contact: "contact",
  tickets: "tickets",
  thread: "thread",
  team: "team",
};

export function openShelf(kind: "localStorage" | "sessionStorage", site: string): Shelf {
  const memory = new Map<string, string>();
  const prefix = `dilitrust-help:${site}:`; // the loader looks for an outbox by this name
  const storage = grantedStorage(kind, prefix);
  return {
    isLasting: storage !== undefined,
    read(name) {
      const stored = storage?.getItem(prefix + name) ?? memory.get(name);
      try {
        return stored === undefined ? undefined : JSON.parse(stored);
      } catch {
        return undefined; // Somebody else wrote there; what cannot be read counts as absent.
      }
    },
    write(name, value) {
      const stored = JSON.stringify(value);
      memory.set(name, stored);
      try {
        storage?.setItem(prefix + name, stored);
      } catch {
        // The quota is used up: memory has it until the page is closed.
      }
    },
    remove(name) {
      memory.delete(name);
      storage?.removeItem(prefix + name);
    },
  };
}

/** In sandboxed frames and with cookies blocked, even naming the storage throws. */
function grantedStorage(kind: "localStorage" | "sessionStorage", prefix: string): Storage | undefined {
  try {
    const storage = window[kind];
    storage.setItem(prefix, "");
    storage.removeItem(prefix);
    return storage;
  } catch {
    return undefined;
  }
}
