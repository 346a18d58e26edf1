import MarkdownIt, { type Token } from 'markdown-it';
import { liveParts, type LivePart, type LiveSegment } from './liveText';

/** Text inside a block. Nothing here is markup: it is shown element by element, from this list and no other. */
export type Inline =
  | { readonly tag: 'text'; readonly text: string }
  | { readonly tag: 'live'; readonly segment: Exclude<LiveSegment, { readonly tag: 'text' }> }
  | { readonly tag: 'strong' | 'emphasis' | 'struck'; readonly inside: readonly Inline[] }
  | { readonly tag: 'code'; readonly text: string }
  | { readonly tag: 'link'; readonly href: string; readonly inside: readonly Inline[] }
  | { readonly tag: 'break' };

export type Alignment = 'left' | 'center' | 'right';

export type Block =
  | { readonly tag: 'paragraph'; readonly inside: readonly Inline[] }
  /** From 1, as it is written; the page's own headings stand above. */
  | { readonly tag: 'heading'; readonly level: number; readonly inside: readonly Inline[] }
  | { readonly tag: 'list'; readonly start: number | null; readonly items: readonly (readonly Block[])[] }
  | { readonly tag: 'quote'; readonly blocks: readonly Block[] }
  | { readonly tag: 'code'; readonly text: string }
  | {
      readonly tag: 'table';
      readonly aligned: readonly Alignment[];
      readonly head: readonly (readonly Inline[])[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    }
  | { readonly tag: 'rule' };

const safeLink = /^(?:https?:\/\/|mailto:)/i;

const parser = new MarkdownIt({ html: false, linkify: false, typographer: false }).disable('image');
parser.validateLink = (href) => safeLink.test(href);

/** Live parts are taken out before Markdown is read, so that no bar, star or underscore of theirs means anything to it. */
const mark = (index: number) => `\uE000${index}\uE001`;
const marked = /\uE000(\d+)\uE001/g;

/**
 * Reads Markdown as a tree: links, lists, tables, emphasis, headings, quotes and code, with live parts in their places. Markup in it is
 * text; links lead only to the web or to mail; a picture is a link to it.
 *
 * @example parseMarkdown('It *pays back* in {base.payback}.')
 */
export function parseMarkdown(text: string): Block[] {
  const parts = liveParts(text);
  let plain = '';
  let end = 0;
  parts.forEach(({ at, source }, index) => {
    plain += text.slice(end, at) + mark(index);
    end = at + source.length;
  });
  plain += text.slice(end);
  return new Reader(parser.parse(plain, {}), parts).blocks();
}

/** Reads the parser's flat list of tokens as the tree it stands for. */
class Reader {
  readonly #tokens: readonly Token[];
  readonly #parts: readonly LivePart[];
  #at = 0;

  constructor(tokens: readonly Token[], parts: readonly LivePart[]) {
    this.#tokens = tokens;
    this.#parts = parts;
  }

  /** The blocks up to a token of this type, which is passed. */
  blocks(until?: string): Block[] {
    const blocks: Block[] = [];
    for (let token = this.#next(); token && token.type !== until; token = this.#next()) {
      const block = this.#block(token);
      if (block) blocks.push(block);
    }
    return blocks;
  }

  #next(): Token | undefined {
    return this.#tokens[this.#at++];
  }

  #block(token: Token): Block | null {
    switch (token.type) {
      case 'paragraph_open':
        return { tag: 'paragraph', inside: this.#content('paragraph_close') };
      case 'heading_open':
        return { tag: 'heading', level: Number(token.tag.slice(1)), inside: this.#content('heading_close') };
      case 'bullet_list_open':
        return { tag: 'list', start: null, items: this.#items('bullet_list_close') };
      case 'ordered_list_open':
        return { tag: 'list', start: Number(token.attrGet('start') ?? 1), items: this.#items('ordered_list_close') };
      case 'blockquote_open':
        return { tag: 'quote', blocks: this.blocks('blockquote_close') };
      case 'fence':
      case 'code_block':
        return { tag: 'code', text: this.#asWritten(token.content.replace(/\n$/, '')) };
      case 'hr':
        return { tag: 'rule' };
      case 'table_open':
        return this.#table();
      default:
        return null;
    }
  }

  #content(until: string): Inline[] {
    const inside: Inline[] = [];
    for (let token = this.#next(); token && token.type !== until; token = this.#next()) {
      if (token.type === 'inline') inside.push(...new Reader(token.children ?? [], this.#parts).#inlines());
    }
    return inside;
  }

  #items(until: string): Block[][] {
    const items: Block[][] = [];
    for (let token = this.#next(); token && token.type !== until; token = this.#next()) {
      if (token.type === 'list_item_open') items.push(this.blocks('list_item_close'));
    }
    return items;
  }

  #table(): Block {
    const aligned: Alignment[] = [];
    const rows: Inline[][][] = [];
    for (let token = this.#next(); token && token.type !== 'table_close'; token = this.#next()) {
      if (token.type === 'tr_open') rows.push([]);
      if (token.type === 'th_open') {
        const style = /center|right/.exec(String(token.attrGet('style') ?? ''))?.[0];
        aligned.push((style as Alignment | undefined) ?? 'left');
        rows.at(-1)!.push(this.#content('th_close'));
      }
      if (token.type === 'td_open') rows.at(-1)!.push(this.#content('td_close'));
    }
    const [head = [], ...others] = rows;
    return { tag: 'table', aligned, head, rows: others };
  }

  #inlines(until?: string): Inline[] {
    const inlines: Inline[] = [];
    for (let token = this.#next(); token && token.type !== until; token = this.#next()) {
      inlines.push(...this.#inline(token));
    }
    return inlines;
  }

  #inline(token: Token): Inline[] {
    switch (token.type) {
      case 'strong_open':
        return [{ tag: 'strong', inside: this.#inlines('strong_close') }];
      case 'em_open':
        return [{ tag: 'emphasis', inside: this.#inlines('em_close') }];
      case 's_open':
        return [{ tag: 'struck', inside: this.#inlines('s_close') }];
      case 'link_open': {
        const href = String(token.attrGet('href') ?? '');
        const inside = this.#inlines('link_close');
        return safeLink.test(href) ? [{ tag: 'link', href, inside }] : inside;
      }
      case 'code_inline':
        return [{ tag: 'code', text: this.#asWritten(token.content) }];
      case 'softbreak':
        return [{ tag: 'text', text: '\n' }];
      case 'hardbreak':
        return [{ tag: 'break' }];
      default:
        return this.#living(token.content);
    }
  }

  /** Text with the live parts back in it. */
  #living(text: string): Inline[] {
    // Text and the numbers of marks take turns.
    return text.split(marked).flatMap((piece, index): Inline[] => {
      const part = index % 2 === 1 ? this.#parts[Number(piece)] : undefined;
      if (part) return [{ tag: 'live', segment: part.segment }];
      return piece === '' || index % 2 === 1 ? [] : [{ tag: 'text', text: piece }];
    });
  }

  /** In code, a live part is what was typed. */
  #asWritten(text: string): string {
    return text.replace(marked, (_, index: string) => this.#parts[Number(index)]?.source ?? '');
  }
}
