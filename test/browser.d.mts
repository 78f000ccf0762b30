export function findChromium(): string | undefined | null;
export function findFirefox(): string | undefined | null;
export function findWebKit(): { driver: string; screen: string } | null;
