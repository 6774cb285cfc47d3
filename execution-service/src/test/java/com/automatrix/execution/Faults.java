package com.automatrix.execution;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;

/**
 * Breaks one of the operations with which the inbox reads from or writes to PostgreSQL and Kafka: the so many-th
 * statement, commit or send from now. What comes after it does not happen, as if the process had crashed there.
 */
final class Faults implements BeanPostProcessor {

    private static final String INBOX = "inbox";
    private static final String CONNECTION_LOST = "08006";

    private final AtomicInteger operationsLeft = new AtomicInteger();
    private volatile Moment moment = Moment.BEFORE;

    /** Whether the operation is done all the same, although its answer is lost. */
    enum Moment {
        BEFORE,
        AFTER
    }

    /** @param operation from 1 */
    void arm(int operation, Moment when) {
        moment = when;
        operationsLeft.set(operation);
    }

    /** Whether the operation has been reached; none will break any more. */
    boolean haveStruck() {
        return operationsLeft.getAndSet(0) <= 0;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof DefaultKafkaProducerFactory<?, ?> factory) {
            breakable(factory);
        }
        return bean instanceof DataSource source ? breakable(source) : bean;
    }

    // What becomes of a record whose answer is lost is not to be known.
    @SuppressWarnings({"FutureReturnValueIgnored", "unchecked"})
    private <K, V> void breakable(DefaultKafkaProducerFactory<K, V> factory) {
        factory.addPostProcessor(producer -> {
            Producer<K, V> breakable = proxy(Producer.class, (method, arguments) -> {
                boolean isSend = method.getName().equals("send") && arguments.length == 2 && strikes();
                if (!isSend) {
                    return invoke(producer, method, arguments);
                }
                KafkaException broken = new KafkaException("broken on purpose");
                if (moment == Moment.AFTER) {
                    producer.send((ProducerRecord<K, V>) arguments[0]);
                }
                ((Callback) arguments[1]).onCompletion(null, broken);
                return null;
            });
            return breakable;
        });
    }

    private DataSource breakable(DataSource source) {
        return new DelegatingDataSource(source) {
            @Override
            public Connection getConnection() throws SQLException {
                return breakable(super.getConnection());
            }
        };
    }

    private Connection breakable(Connection connection) {
        return proxy(Connection.class, (method, arguments) -> {
            Object result = method.getName().equals("commit")
                    ? breaking(connection, method, arguments)
                    : invoke(connection, method, arguments);
            return result instanceof PreparedStatement statement
                    ? proxy(
                            PreparedStatement.class,
                            (call, values) -> call.getName().startsWith("execute")
                                    ? breaking(statement, call, values)
                                    : invoke(statement, call, values))
                    : result;
        });
    }

    private @Nullable Object breaking(Object target, Method method, @Nullable Object[] arguments) throws Throwable {
        if (!strikes()) {
            return invoke(target, method, arguments);
        }
        if (moment == Moment.AFTER) {
            invoke(target, method, arguments);
        }
        throw new SQLException("broken on purpose", CONNECTION_LOST);
    }

    private boolean strikes() {
        return Thread.currentThread().getName().equals(INBOX) && operationsLeft.getAndDecrement() == 1;
    }

    private interface Call {
        @Nullable
        Object answer(Method method, @Nullable Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call.answer(method, arguments == null ? new Object[0] : arguments)));
    }

    private static @Nullable Object invoke(Object target, Method method, @Nullable Object[] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getTargetException();
        }
    }
}
