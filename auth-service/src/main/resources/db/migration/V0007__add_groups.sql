alter table users add column groups text[] not null default '{}';

comment on column users.groups is 'departments and positions such as SALES_MANAGER, named by the dealership; tasks are given to them';
