import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import type { Answer } from './answer';

const cipherName = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

/** What is stored of an Idempotency-Key: enough to find it again, too little to open the answer. */
export const hashOfKey = (key: string): string => createHash('sha256').update(key, 'utf8').digest('hex');

/** Closes an answer under the clear key that came with its request; only a repeat of that request opens it. */
export function sealAnswer(answer: Answer, key: string, requestHash: string): Buffer {
  const head = Buffer.from(JSON.stringify({ status: answer.status, headers: answer.headers }), 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(head.length);
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv(cipherName, sealingKey(key, requestHash), iv);
  const closed = Buffer.concat([
    cipher.update(length),
    cipher.update(head),
    cipher.update(answer.body),
    cipher.final(),
  ]);
  return Buffer.concat([iv, cipher.getAuthTag(), closed]);
}

/** @throws Error when the sealed bytes were changed, or belong to another key or request. */
export function openAnswer(sealed: Buffer, key: string, requestHash: string): Answer {
  const decipher = createDecipheriv(cipherName, sealingKey(key, requestHash), sealed.subarray(0, ivBytes));
  decipher.setAuthTag(sealed.subarray(ivBytes, ivBytes + tagBytes));
  const open = Buffer.concat([decipher.update(sealed.subarray(ivBytes + tagBytes)), decipher.final()]);
  const bodyAt = 4 + open.readUInt32BE(0);
  const { status, headers } = JSON.parse(open.subarray(4, bodyAt).toString('utf8')) as Omit<Answer, 'body'>;
  return { status, headers, body: open.subarray(bodyAt) };
}

function sealingKey(key: string, requestHash: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, requestHash, 'chuanliu idempotency answer', 32));
}
