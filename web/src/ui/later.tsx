import { createElement, useEffect, useState, type ComponentType } from "react";

/**
 * A component whose code comes when it is asked for, or sooner with `preload`. Not `lazy`: React holds what suspended
 * back for 300 ms after its fallback was painted, however quickly the code is there.
 */
export function later<P extends object>(load: () => Promise<ComponentType<P>>) {
  let loaded: ComponentType<P> | undefined;
  let loading: Promise<void> | undefined;
  const preload = () =>
    (loading ??= load().then((component) => {
      loaded = component;
    }));
  function Later(props: P) {
    const [, paint] = useState(0);
    useEffect(() => {
      if (loaded) return;
      let gone = false;
      void preload().then(() => {
        if (!gone) paint((n) => n + 1);
      });
      return () => {
        gone = true;
      };
    }, []);
    return loaded ? createElement(loaded, props) : null;
  }
  return Object.assign(Later, { preload });
}
