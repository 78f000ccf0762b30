/** What readers did with one article in one language. */
export interface Reading {
  votes: number;
  helpful: number;
  /** Opened from a search, and how often a ticket followed all the same. */
  openings: number;
  tickets: number;
}

const leastReaders = 5; // fewer are a mood, not a measure
const leastHelpfulShare = 0.6;
const mostTicketShare = 0.3;

/** Whether an article does not do what it is there for. */
export function isFailing({ votes, helpful, openings, tickets }: Reading): boolean {
  const isDisliked = votes >= leastReaders && helpful / votes < leastHelpfulShare;
  const isUseless = openings >= leastReaders && tickets / openings > mostTicketShare;
  return isDisliked || isUseless;
}
