export function findChromium(): string | undefined | null;
