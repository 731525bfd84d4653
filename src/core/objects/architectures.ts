// Architecture names: one canonical spelling, and what else a machine can run.

const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  x86_64: ['amd64', 'generic_64'],
  i686: ['i386', 'i586', '386', 'x86', 'generic_32'],
  aarch64: ['arm64', 'arm64_generic'],
  armv8l: [],
  armv7l: ['armhf', 'armhfp', 'armv7', 'armv7a_hardfp', 'armv7a_vfpv3_hardfp'],
  armv6l: ['armel', 'arm'],
  ppc64le: ['ppc64el'],
  ppc64: ['powerpc64'],
  ppc: ['powerpc'],
  s390x: [],
  mips: ['mipsel'],
  mips64: ['mips64el'],
  riscv32: [],
  riscv64: [],
  loongarch64: ['loong64'],
};

/** What a kernel runs besides its own, as LXD has it. */
const PERSONALITIES: Readonly<Record<string, readonly string[]>> = {
  x86_64: ['i686'],
  aarch64: ['armv8l', 'armv7l', 'armv6l'],
  armv8l: ['armv7l', 'armv6l'],
  armv7l: ['armv6l'],
  ppc64: ['ppc'],
  mips64: ['mips'],
};

/** The canonical name behind any spelling; undefined for what LXD does not know. */
export function canonicalArchitecture(name: string): string | undefined {
  if (Object.hasOwn(SPELLINGS, name)) return name;
  return Object.entries(SPELLINGS).find(([, spellings]) => spellings.includes(name))?.[0];
}

/** Canonical names of all that a machine of this architecture runs, its own first. */
export function architecturesOf(name: string): string[] {
  const own = canonicalArchitecture(name) ?? name;
  return [own, ...(PERSONALITIES[own] ?? [])];
}
