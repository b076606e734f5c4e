import { Component, createRef, type ReactNode } from 'react';

interface Snapshot {
  /** Rows from the one held on downwards, with their distance from the top of the window. */
  readonly rows: readonly { readonly key: string; readonly top: number }[];
  readonly focused: boolean;
}

const rowSelector = '[data-row]';
const topBarHeight = 48;

/**
 * Keeps the row that has the focus, else the one under the pointer, else the first in view, where it is on the screen when
 * rows above it come or go; where that row itself goes, the next one that stays. A lost focus goes to the row that took
 * its place. Rows carry `data-row` with their key and have a link that takes the focus.
 */
export class SteadyRows extends Component<{ readonly children: ReactNode }> {
  private readonly root = createRef<HTMLDivElement>();

  private rowsNow(): readonly HTMLElement[] {
    return [...(this.root.current?.querySelectorAll<HTMLElement>(rowSelector) ?? [])];
  }

  override getSnapshotBeforeUpdate(): Snapshot {
    const rows = this.rowsNow();
    const focused = rows.findIndex((row) => row.contains(document.activeElement));
    const pointed = rows.findIndex((row) => row.matches(':hover'));
    const inView = rows.findIndex((row) => row.getBoundingClientRect().top >= topBarHeight);
    const held = [focused, pointed, inView].find((at) => at >= 0) ?? rows.length;
    return {
      rows: rows.slice(held).map((row) => ({ key: row.dataset['row'] ?? '', top: row.getBoundingClientRect().top })),
      focused: focused >= 0,
    };
  }

  override componentDidUpdate(_props: unknown, _state: unknown, before: Snapshot): void {
    const rows = this.rowsNow();
    const staying = new Map(rows.map((row) => [row.dataset['row'] ?? '', row]));
    const held = before.rows.find(({ key }) => staying.has(key));
    const row = held && staying.get(held.key);
    if (held && row) {
      const moved = row.getBoundingClientRect().top - held.top;
      if (Math.abs(moved) >= 1) window.scrollBy({ top: moved, behavior: 'instant' });
    }
    if (before.focused && document.activeElement === document.body) {
      const link = (row ?? rows.at(-1))?.querySelector('a') ?? document.getElementById('main');
      link?.focus({ preventScroll: true });
    }
  }

  override render(): ReactNode {
    return (
      <div ref={this.root} className="steady-rows">
        {this.props.children}
      </div>
    );
  }
}
