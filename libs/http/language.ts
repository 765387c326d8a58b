import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { catchError, throwError, type Observable } from 'rxjs';
import { Problem } from '@chuanliu/problems/problem';

/** Languages in which texts for people are told; the first is the one for who asks for none of them. */
export const languages = ['en', 'zh'] as const;
export type Language = (typeof languages)[number];

/**
 * The language that an Accept-Language header asks for (RFC 9110, 12.5.4): of those told here the one with the greatest
 * weight, of equal ones the one named first, English where none fits. A range is taken by its first part (`zh-CN`,
 * `zh-Hans` → `zh`); `*` stands for the languages that the header does not name; a weight of 0 refuses. What is not a
 * range is passed over.
 */
export function languageOf(header: string | undefined): Language {
  const ranges = (header ?? '').split(',').flatMap(rangeIn);
  let best: { language: Language; weight: number; place: number } | undefined;
  for (const language of languages) {
    const named = ranges.filter(range => range.language === language);
    const fitting = named.length > 0 ? named : ranges.filter(range => range.language === '*');
    for (const { weight, place } of fitting) {
      if (weight === 0) continue;
      if (!best || weight > best.weight || (weight === best.weight && place < best.place))
        best = { language, weight, place };
    }
  }
  return best?.language ?? 'en';
}

const RANGE = /^\s*(\*|[a-z]{1,8})(?:-[a-z0-9]{1,8})*\s*(?:;\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*)?$/i;

function rangeIn(text: string, place: number): Array<{ language: string; weight: number; place: number }> {
  const [, language, weight = '1'] = RANGE.exec(text) ?? [];
  if (language === undefined || Number(weight) > 1) return [];
  return [{ language: language.toLowerCase(), weight: Number(weight), place }];
}

/** As `languageOf`; undefined for a header that names no language at all: a program that wants codes alone. */
export function languageAsked(header: string | undefined): Language | undefined {
  const namesOne = (header ?? '')
    .split(',')
    .flatMap(rangeIn)
    .some(({ language }) => language !== '*');
  return namesOne ? languageOf(header) : undefined;
}

/** Notes in an answer which language its texts have, if it has any: no cache may give it to who asks in another. */
export function noteLanguage(reply: FastifyReply, language: Language | undefined): void {
  void reply.header('vary', 'Accept-Language');
  if (language) void reply.header('content-language', language);
}

/** Tells a controller's refusals in the caller's language; types and facts stay as they are. */
export class RefusalsInLanguage implements NestInterceptor {
  /** @param titlesZh Chinese titles by problem type; one that is not there stays English */
  constructor(private readonly titlesZh: Readonly<Record<string, string>>) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    noteLanguage(reply, undefined);
    if (languageOf(http.getRequest<FastifyRequest>().headers['accept-language']) !== 'zh') return next.handle();
    return next.handle().pipe(catchError((refusal: unknown) => throwError(() => this.inChinese(refusal, reply))));
  }

  private inChinese(refusal: unknown, reply: FastifyReply): unknown {
    const title = refusal instanceof Problem ? this.titlesZh[refusal.type] : undefined;
    if (title === undefined) return refusal;
    noteLanguage(reply, 'zh');
    const { kind, type, facts } = refusal as Problem;
    return new Problem(kind, type, title, facts);
  }
}
