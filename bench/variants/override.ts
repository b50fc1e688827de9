import type { FactoryProvider, InjectionToken, Provider, Type } from '@nestjs/common';

/** Puts another provider in place of one that a module declares, before the app is created. @throws when there is none */
export function override(
  module: Type,
  token: InjectionToken,
  provider: Omit<FactoryProvider, 'provide'>,
): void {
  const declared = Reflect.getMetadata('providers', module) as Provider[];
  if (!declared.some((entry) => tokenOf(entry) === token))
    throw new Error(`no such provider: ${String(token)}`);
  const others = declared.filter((entry) => tokenOf(entry) !== token);
  Reflect.defineMetadata('providers', [...others, { ...provider, provide: token }], module);
}

/** Puts another method in place of one that every instance of a class has. @param make gets the one that was there */
export function replaceMethod<C extends object, K extends keyof C>(
  type: { readonly prototype: C },
  name: K,
  make: (original: C[K]) => C[K],
): void {
  type.prototype[name] = make(type.prototype[name]);
}

function tokenOf(provider: Provider): InjectionToken {
  return typeof provider === 'function' ? provider : provider.provide;
}
