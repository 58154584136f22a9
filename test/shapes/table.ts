import { CONTAINERS } from './containers.ts';
import { DAMAGED } from './damage.ts';
import { FRAGMENT_SHAPES } from './fragments.ts';
import { LINK_SHAPES } from './links.ts';
import type { Shape } from './shape.ts';
import { STREAM_SHAPES } from './streams.ts';
import { TUNNEL_SHAPES } from './tunnels.ts';

/** Container × byte order × resolution × link × tunnel × transport × damage. */
export const SHAPES: readonly Shape[] = [
  ...CONTAINERS,
  ...LINK_SHAPES,
  ...TUNNEL_SHAPES,
  ...FRAGMENT_SHAPES,
  ...STREAM_SHAPES,
  ...DAMAGED,
];
