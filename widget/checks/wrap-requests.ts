/** Tells of each answered or failed (0) request in WebKit, whose resource timing has no status. Returns how to stop. */
export function wrapRequests(
  settle: (address: string, status: number, startedAt: number) => void,
): () => void {
  const { prototype } = XMLHttpRequest;
  const { fetch } = window;
  const { open } = prototype;

  const watchedFetch = new Proxy(fetch, {
    apply(target, self, args: Parameters<typeof fetch>) {
      const startedAt = performance.now();
      const address = String((args[0] as Request).url ?? args[0]);
      // One chain: a fork would count as a handler, and hide a rejection that the host forgot.
      return Reflect.apply(target, self, args).then(
        (response) => {
          settle(address, response.status, startedAt);
          return response;
        },
        (error: unknown) => {
          if (Object(error).name !== "AbortError") settle(address, 0, startedAt);
          throw error;
        },
      );
    },
  });
  const watchedOpen = new Proxy(open, {
    apply(target, self: XMLHttpRequest, args: Parameters<typeof open>) {
      const startedAt = performance.now();
      const note = () => settle(String(args[1]), self.status, startedAt);
      self.addEventListener("load", note);
      self.addEventListener("error", note);
      return Reflect.apply(target, self, args);
    },
  });
  window.fetch = watchedFetch;
  prototype.open = watchedOpen;
  return () => {
    // Where somebody has wrapped ours meanwhile, it stays.
    if (window.fetch === watchedFetch) window.fetch = fetch;
    if (prototype.open === watchedOpen) prototype.open = open;
  };
}
