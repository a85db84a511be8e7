import { evidenceReaders } from '../../access/roles.ts';
import type { House } from '../../platform/http/house.ts';
import { shown } from '../../platform/http/routes.ts';
import { RulesPage } from './rules.pages.tsx';
import { rulesInWords } from './rules-in-words.ts';

export function rulesRoutes(house: House): void {
  house.get('/evidence/rules', {
    name: 'How figures are counted',
    may: evidenceReaders,
    act: async () => shown(null),
    json: () => ({ rules: rulesInWords }),
    page: RulesPage,
  });
}
