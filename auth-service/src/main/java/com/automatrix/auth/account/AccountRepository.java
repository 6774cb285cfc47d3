package com.automatrix.auth.account;

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.automatrix.auth.account.Account.Kind;
import com.automatrix.platform.security.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes {@code users}. */
@Repository
class AccountRepository {

    // Any constant will do, as long as nothing else in this database locks it.
    private static final long FIRST_START_LOCK = 0x66697273;

    private final JdbcClient jdbc;

    AccountRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Account> find(UUID id) {
        return jdbc.sql("select * from users where id = :id")
                .param("id", id)
                .query(AccountRepository::read)
                .optional();
    }

    /** The same, and nobody else changes it until the transaction ends. */
    Optional<Account> lock(UUID id) {
        return jdbc.sql("select * from users where id = :id for update")
                .param("id", id)
                .query(AccountRepository::read)
                .optional();
    }

    /** Finds by an address in lower case. */
    Optional<Account> findByEmail(String email) {
        return jdbc.sql("select * from users where email = :email")
                .param("email", email)
                .query(AccountRepository::read)
                .optional();
    }

    List<Account> services() {
        return jdbc.sql("select * from users where kind = 'SERVICE' order by email")
                .query(AccountRepository::read)
                .list();
    }

    /** People, and the local command line. */
    List<Account> listAfter(@Nullable UUID id, int limit) {
        return jdbc.sql("""
                        select * from users
                         where kind <> 'SERVICE' and (cast(:id as uuid) is null or id > :id)
                         order by id limit :limit""")
                .param("id", id)
                .param("limit", limit)
                .query(AccountRepository::read)
                .list();
    }

    /** The people who may sign in and have a role, are in a group, or have an e-mail address. */
    List<Account> members(String membership) {
        return jdbc.sql("""
                        select * from users
                         where kind = 'PERSON' and is_active
                           and (:name = any (roles) or :name = any (groups) or :name = email)
                         order by id""")
                .param("name", membership)
                .query(AccountRepository::read)
                .list();
    }

    /** The people who may sign in, by name. */
    List<Account> activePeople() {
        return jdbc.sql("select * from users where kind = 'PERSON' and is_active order by lower(name), id")
                .query(AccountRepository::read)
                .list();
    }

    /** Every person who can administrate, locked: of two who would remove each other, the second sees the first. */
    List<UUID> lockActiveAdministrators() {
        return jdbc.sql("select id from users where kind = 'PERSON' and is_active and 'ADMIN' = any (roles)"
                        + " order by id for update")
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    boolean hasPersons() {
        return jdbc.sql("select exists (select 1 from users where kind = 'PERSON')")
                .query(Boolean.class)
                .single();
    }

    /** Lets one instance at a time make the first accounts, until its transaction ends. */
    void lockFirstStart() {
        jdbc.sql("select 1 from (select pg_advisory_xact_lock(:lock)) as locked")
                .param("lock", FIRST_START_LOCK)
                .query(Integer.class)
                .single();
    }

    /** Gives false if the e-mail address is taken. */
    boolean insert(Account account) {
        return jdbc.sql("""
                        insert into users (id, kind, email, name, password_hash, roles, groups, is_active,
                                           must_change_password, created_at)
                        values (:id, :kind, :email, :name, :passwordHash, :roles, :groups, :isActive,
                                :mustChangePassword, :createdAt)
                        on conflict (email) do nothing""")
                        .param("id", account.id())
                        .param("kind", account.kind().name())
                        .param("email", account.email())
                        .param("name", account.name())
                        .param("passwordHash", account.passwordHash())
                        .param("roles", names(account.roles()))
                        .param("groups", sorted(account.groups()))
                        .param("isActive", account.isActive())
                        .param("mustChangePassword", account.mustChangePassword())
                        .param("createdAt", account.createdAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void update(Account account) {
        jdbc.sql(
                        "update users set name = :name, roles = :roles, groups = :groups, is_active = :isActive where id = :id")
                .param("name", account.name())
                .param("roles", names(account.roles()))
                .param("groups", sorted(account.groups()))
                .param("isActive", account.isActive())
                .param("id", account.id())
                .update();
    }

    void updatePassword(UUID id, String hash) {
        jdbc.sql("update users set password_hash = :hash, must_change_password = false where id = :id")
                .param("hash", hash)
                .param("id", id)
                .update();
    }

    void signedIn(UUID id, Instant at) {
        jdbc.sql("update users set last_sign_in_at = :at where id = :id")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    private static String[] names(Set<Role> roles) {
        return roles.stream().sorted().map(Role::name).toArray(String[]::new);
    }

    private static String[] sorted(Set<String> names) {
        return names.stream().sorted().toArray(String[]::new);
    }

    private static Account read(ResultSet row, int number) throws SQLException {
        return new Account(
                row.getObject("id", UUID.class),
                Kind.valueOf(row.getString("kind")),
                row.getString("email"),
                row.getString("name"),
                row.getString("password_hash"),
                roles((String[]) row.getArray("roles").getArray()),
                Set.copyOf(Arrays.asList((String[]) row.getArray("groups").getArray())),
                row.getBoolean("is_active"),
                row.getBoolean("must_change_password"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("last_sign_in_at", OffsetDateTime.class)));
    }

    private static Set<Role> roles(String[] names) {
        return Arrays.stream(names).map(Role::valueOf).collect(toUnmodifiableSet());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
