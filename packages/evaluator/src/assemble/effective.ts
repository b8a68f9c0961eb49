import type { EffectivePermissions } from '@iam-dossier/core/assessment';

/** Effective permissions, each kept once: principals with the same grants share them. */
export class EffectiveList {
  readonly list: EffectivePermissions[] = [];
  private readonly places = new Map<string, number>();
  private readonly seen = new Map<EffectivePermissions, number>();

  place(effective: EffectivePermissions): number {
    const before = this.seen.get(effective);
    if (before !== undefined) return before;
    const key = JSON.stringify(effective);
    const place = this.places.get(key) ?? this.list.push(effective) - 1;
    this.places.set(key, place);
    this.seen.set(effective, place);
    return place;
  }
}
