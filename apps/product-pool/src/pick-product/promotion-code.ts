import { randomInt } from 'node:crypto';
import { uuidv7 } from 'uuidv7';

/** Without vowels, so that no word comes out, and without what is misread (0 o, 1 l i). */
const ALPHABET = '23456789bcdfghjkmnpqrstvwxyz';
const LENGTH = 12; // 28¹² codes: guessing one that exists is hopeless, and two alike are a matter of aeons.

/** A fresh promotion code, `pc-…`: it stands in links and carts, so it is short and says nothing. */
export function newPromotionCode(): string {
  const letters = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]);
  return `pc-${letters.join('')}`;
}

/** A fresh pick's id: later ones are greater. */
export const newPickId = (): string => `pk-${uuidv7()}`;
