export { bars, type BarRow } from './bars.ts';
export { flowMap, type MapLink, type MapNode } from './flow-map.ts';
export { timeline, type Happening } from './timeline.ts';
