interface Known {
  read: (path: string) => Promise<unknown>;
  amp: (path: string) => Promise<unknown>;
  uuid: string;
}

export function deskRoutes(root: string): string[];
export function deskPlaces(root: string, known: Known): Promise<{ places: string[]; missing: string[] }>;
