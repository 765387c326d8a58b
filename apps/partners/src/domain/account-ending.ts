/** What may be shown of an account: its last four characters, and of a short one nothing. */
export const endingOf = (account: string): string => (account.length > 4 ? account.slice(-4) : '');
