package com.automatrix.gateway.route;

import jakarta.servlet.http.HttpServletRequest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.jspecify.annotations.Nullable;

/** Passes a request's body on while it arrives, and remembers whether it was cut off for being too large. */
final class RequestBody {

    private final HttpServletRequest request;
    private final long limit;
    private boolean isTooLarge;

    /**
     * The body of a request that is about to be passed on.
     *
     * @param limit the bytes after which reading the request fails
     */
    RequestBody(HttpServletRequest request, long limit) {
        this.request = request;
        this.limit = limit;
    }

    /** The body as it arrives; null if there is none. */
    @Nullable
    HttpEntity entity() throws IOException {
        var length = request.getContentLengthLong();
        if (length == 0 || (length < 0 && request.getHeader("Transfer-Encoding") == null)) {
            return null;
        }
        // Its type goes along as one of the request's headers.
        return new InputStreamEntity(new Counted(request.getInputStream()), length, null);
    }

    boolean isTooLarge() {
        return isTooLarge;
    }

    private final class Counted extends FilterInputStream {

        private long count;

        Counted(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            try {
                var read = in.read(bytes, offset, length);
                count += Math.max(0, read);
                return read;
            } catch (IOException e) {
                // The read that would have gone over the limit fails; any other failure means that the caller is gone.
                isTooLarge = count + length > limit;
                throw e;
            }
        }
    }
}
