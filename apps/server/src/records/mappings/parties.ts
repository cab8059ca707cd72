import type { Contract, Contractor, Customer } from '@lintel/domain'
import { suffixesOf } from '../../search/fenced.ts'
import { fen, or, type Mapping } from '../mapping.ts'

export const customer: Mapping<Customer> = {
  table: 'customer',
  lockedByFacts: false,
  found: {
    units: 'unit_ids',
    projects: 'project_ids',
    name: 'name',
    phone: 'phone',
    otherPhone: 'other_phone',
    identityNumber: 'identity_number',
  },
  columns: (customer) => ({
    name: customer.name,
    phone: or(customer.phone),
    other_phone: or(customer.otherPhone),
    identity_number: or(customer.identityNumber),
    address: or(customer.address),
    unit_ids: customer.units,
    project_ids: customer.projects,
  }),
  children: {
    //
    customer_suffix: {
      of: 'customer_id',
      rows: (customer) => suffixesOf(customer).map((suffix) => ({ customer_id: customer.id, suffix })),
    },
  },
}

export const contractor: Mapping<Contractor> = {
  table: 'contractor',
  lockedByFacts: false,
  found: { kind: 'kind', name: 'name' },
  columns: ({ name, kind, contact, phone, vetoed, vetoedUntil }) => ({
    name,
    kind,
    contact: or(contact),
    phone: or(phone),
    vetoed,
    vetoed_until: or(vetoedUntil),
  }),
}

export const contract: Mapping<Contract> = {
  table: 'contract',
  lockedByFacts: false,
  found: { contractor: 'contractor_id', buildings: 'building_ids', trade: 'trade' },
  columns: (contract) => ({
    number: contract.number,
    contractor_id: contract.contractor,
    project_id: contract.project,
    building_ids: contract.buildings,
    trade: contract.trade,
    amount_fen: fen(contract.amount),
    retention_fen: fen(contract.retention),
    currency: 'CNY',
    warranty_end: or(contract.warrantyEnd),
  }),
}
