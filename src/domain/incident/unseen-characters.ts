/** Control characters, and marks that turn the direction of reading: a sender could hide an address with them. X-SAFE-3 */
export const unseenCharacters = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
