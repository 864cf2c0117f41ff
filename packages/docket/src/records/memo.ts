/*
 * What is worked out about an object is kept at the object itself, where no spread and no comparison sees it. In a
 * `WeakMap` it would outlive the object until the whole heap is searched: reading a thousand records one after the
 * other took a third longer that way, and twice the memory.
 */

/**
 * A function that works once for each object and then remembers, for as long as the object lives. For what is asked
 * on every page or by every rule of something that never changes, such as a corpus. The object must not be frozen.
 */
export function perObject<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const recall = perObjectAnd((key: K, _other: undefined) => make(key));
  return (key) => recall(key, undefined);
}

/** The same where the answer depends on a second thing, which is nearly always the same one: it remembers the last. */
export function perObjectAnd<K extends object, L, V>(
  make: (key: K, other: L) => V,
): (key: K, other: L) => V {
  const slot = Symbol('remembered');
  return (key, other) => {
    const holder = key as { [slot]?: { other: L; value: V } };
    const known = holder[slot];
    if (known && known.other === other) return known.value;
    const value = make(key, other);
    if (known) Object.assign(known, { other, value });
    else Object.defineProperty(holder, slot, { value: { other, value } });
    return value;
  };
}
