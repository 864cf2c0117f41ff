/**
 * A function that works once for each object and then remembers, for as long as the object lives. For what is asked
 * on every page or by every rule of something that never changes, such as a corpus.
 */
export function perObject<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, { readonly value: V }>();
  return (key) => {
    let entry = known.get(key);
    if (!entry) {
      entry = { value: make(key) };
      known.set(key, entry);
    }
    return entry.value;
  };
}
